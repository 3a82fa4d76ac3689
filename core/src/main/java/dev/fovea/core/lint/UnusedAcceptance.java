package dev.fovea.core.lint;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.LayerAcceptance;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An author accepts a rule where it finds nothing.
 *
 * <p>Layers that are declared alike one after the other count as one: {@code Object a, b;} has its annotations once. In a
 * block nothing is said, for its users may be in other compilations.
 */
final class UnusedAcceptance {
    static final RuleInfo INFO = RuleInfo.of(
            UnusedAcceptance.class, Optional.of(Severity.NOTE), "A rule is accepted where it finds nothing.");

    private final ModelDeclaration model;
    private final List<LayerAcceptance> single;
    private final List<Finding> findings;
    private final SeverityPolicy policy;
    private final List<Set<String>> fired = new ArrayList<>();
    private final Set<String> firedAnywhere = new HashSet<>();

    /**
     * @param single what the model as a whole accepts on single layers
     * @param findings all of the model's
     * @param policy knows of which rules the absence among the findings tells something
     */
    UnusedAcceptance(
            ModelDeclaration model, List<LayerAcceptance> single, List<Finding> findings, SeverityPolicy policy) {
        this.model = model;
        this.single = single;
        this.findings = findings;
        this.policy = policy;
        for (int i = 0; i < model.layers().size(); i++) {
            fired.add(new HashSet<>());
        }
        for (Finding finding : findings) {
            firedAnywhere.add(finding.rule());
            for (Site layer : finding.layers()) {
                fired.get(layer.outermost().index()).add(finding.rule());
            }
        }
    }

    List<Finding> findings() {
        List<Finding> unused = new ArrayList<>();
        check(Optional.empty(), model.acceptances(), firedAnywhere, unused);
        for (LayerAcceptance one : single) {
            Set<String> there = new HashSet<>();
            for (Finding finding : findings) {
                if (one.covers(finding.rule(), finding.layers())) {
                    there.add(finding.rule());
                }
            }
            check(Place.model(one.acceptance().annotation(), ""), "on " + one.layer(), one.acceptance(), there, unused);
        }
        for (int first = 0; first < fired.size(); ) {
            Set<String> there = new HashSet<>();
            int next = first;
            do {
                there.addAll(fired.get(next));
                next++;
            } while (next < fired.size() && isAlike(first, next));
            Declaration layer = model.layers().get(first);
            check(Optional.of(Site.of(first, layer.name())), layer.acceptances(), there, unused);
            first = next;
        }
        return unused;
    }

    private boolean isAlike(int first, int next) {
        Declaration one = model.layers().get(first);
        Declaration other = model.layers().get(next);
        return one.annotation().equals(other.annotation())
                && one.values().equals(other.values())
                && one.beside().equals(other.beside())
                && one.block().equals(other.block())
                && one.acceptances().equals(other.acceptances());
    }

    private void check(
            Optional<Site> layer, List<Acceptance> acceptances, Set<String> firedThere, List<Finding> unused) {
        String where = layer.isPresent() ? "on " + layer.get().outermost().name() : "in this model";
        for (Acceptance acceptance : acceptances) {
            check(new Place(layer, acceptance.annotation(), "", -1), where, acceptance, firedThere, unused);
        }
    }

    private void check(Place place, String where, Acceptance acceptance, Set<String> firedThere, List<Finding> unused) {
        for (int i = 0; i < acceptance.rules().size(); i++) {
            String name = acceptance.rules().get(i);
            if (policy.isJudged(name) && !firedThere.contains(name)) {
                unused.add(INFO.finding(
                        place.of("value").at(i),
                        "@%s names %s, which finds nothing %s; remove it, since it would hide what a later change brings"
                                .formatted(acceptance.label(), name, where)));
            }
        }
    }
}
