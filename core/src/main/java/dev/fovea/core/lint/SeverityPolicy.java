package dev.fovea.core.lint;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.LayerAcceptance;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.internal.NearestNames;
import dev.fovea.internal.Printable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides how findings reach the author: severities asked for, findings accepted. */
final class SeverityPolicy {
    private static final String ACCEPT = "Accept";

    private final Map<String, RuleInfo> rules = new HashMap<>();
    private final LintOptions options;

    /** Heeds the severities that are asked for. */
    SeverityPolicy(LintOptions options) {
        this.options = options;
    }

    /** All rules by name; a sound network that accepts nothing needs none of them. */
    private Map<String, RuleInfo> rules() {
        if (rules.isEmpty()) {
            for (RuleInfo rule : Rules.infos()) {
                rules.put(rule.name(), rule);
            }
        }
        return rules;
    }

    /** Faults of the acceptances in a model: no reason, or names of no rule, or of one that cannot be accepted. */
    List<Finding> check(ModelDeclaration model) {
        List<Finding> faults = new ArrayList<>();
        check(Optional.empty(), model.acceptances(), faults);
        for (int i = 0; i < model.layers().size(); i++) {
            Declaration layer = model.layers().get(i);
            check(Optional.of(Site.of(i, layer.name())), layer.acceptances(), faults);
        }
        return faults;
    }

    /** The same of what a model as a whole accepts on single layers. */
    List<Finding> check(List<LayerAcceptance> single) {
        List<Finding> faults = new ArrayList<>();
        for (LayerAcceptance one : single) {
            check(Optional.empty(), one.acceptance(), faults);
        }
        return faults;
    }

    private void check(Optional<Site> layer, List<Acceptance> acceptances, List<Finding> faults) {
        for (Acceptance acceptance : acceptances) {
            if (acceptance.label().equals(ACCEPT)) {
                check(layer, acceptance, faults);
            }
        }
    }

    private void check(Optional<Site> layer, Acceptance acceptance, List<Finding> faults) {
        Place place = new Place(layer, acceptance.annotation(), "", -1);
        if (acceptance.reason().isBlank()) {
            faults.add(fault(place, "reason", -1, "the reason of @Accept is empty; say why the finding is acceptable"));
        }
        for (int i = 0; i < acceptance.rules().size(); i++) {
            String name = acceptance.rules().get(i);
            RuleInfo rule = rules().get(name);
            if (rule == null) {
                faults.add(fault(place, "value", i, unknown(name)));
            } else if (rule.structural()) {
                faults.add(fault(
                        place,
                        "value",
                        i,
                        "@Accept names %s, which cannot be accepted, since the network could not run; remove it"
                                .formatted(name)));
            }
        }
    }

    private String unknown(String name) {
        if (name.equalsIgnoreCase("all")) {
            return "@Accept takes no \"all\", since each finding has its own reason; name the rule that the finding"
                    + " begins with";
        }
        return "@Accept names the unknown rule %s; %s"
                .formatted(
                        Printable.line(name),
                        NearestNames.similar(name, rules().keySet())
                                .map(similar -> "the nearest is " + similar)
                                .orElse("name the rule that the finding begins with"));
    }

    private static Finding fault(Place place, String attribute, int entry, String message) {
        return Structural.INVALID_ATTRIBUTE.finding(place.of(attribute).at(entry), message);
    }

    /**
     * Acceptances that accept none of the findings of a model; none where a fault may hide findings.
     *
     * @param findings all of the model's
     */
    List<Finding> unused(List<Finding> findings, ModelDeclaration model, RuleRun run) {
        boolean complete = !run.analysed().analysis().faulty().contains(true);
        for (Finding finding : findings) {
            complete &= !Structural.isStructural(finding);
        }
        return complete ? new UnusedAcceptance(model, run.built().acceptances(), findings, this).findings() : List.of();
    }

    /** True for a rule that is not off; names of no rule, or of one that cannot be accepted, have findings of their own. */
    boolean isJudged(String name) {
        RuleInfo rule = rules().get(name);
        return rule != null
                && !rule.structural()
                && rule != UnusedAcceptance.INFO
                && options.severity(rule, rule.severity().orElse(Severity.WARNING))
                        .isPresent();
    }

    /** The findings that are not off, in order. */
    List<LintFinding> judge(List<Finding> findings, ModelDeclaration model, RuleRun run) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Locator locator = new Locator(
                model,
                new BlockFaults(model.hdc().orElse(options.hdc())),
                new BlockUsers(model, run.built().network(), findings));
        List<LintFinding> judged = new ArrayList<>();
        for (Finding finding : findings) {
            RuleInfo rule = Objects.requireNonNull(rules().get(finding.rule()));
            Severity proposed = finding.severity().or(rule::severity).orElse(Severity.WARNING);
            boolean structural = rule.structural() || finding.structural();
            Optional<Severity> severity = structural ? Optional.of(Severity.ERROR) : options.severity(rule, proposed);
            if (severity.isPresent()) {
                Optional<String> accepted = structural
                        ? Optional.empty()
                        : reason(finding, model, run.built().acceptances());
                Location location = locator.locate(finding);
                Identity identity = identity(model, finding, location, judged.size());
                judged.add(new LintFinding(finding, severity.get(), accepted, location, identity));
            }
        }
        OneNumber one = new OneNumber(model, run, options);
        DistantNumber distant = new DistantNumber(judged, model, run, options);
        List<LintFinding> folded = Consequences.folded(judged, model, run, options, one, distant);
        return Repeated.counted(distant.named(one.named(folded)));
    }

    /** What is wrong in a block, an argument or a use is reported once, however many layers have it. */
    private static Identity identity(ModelDeclaration model, Finding finding, Location location, int number) {
        if (location.block().isPresent()) {
            return new Identity.InBlock(
                    location.block().get().name(), location.defect().orElseThrow());
        }
        if (model.isBlock()
                && !Structural.isStructural(finding)
                && finding.place().site().isPresent()) {
            List<Declaration> path = model.declarations(finding.place().site().get());
            return new Identity.InBlock(model.model().replace('$', '.'), BlockFaults.defect(finding, path));
        }
        if (location.defect().isEmpty()) {
            return new Identity.OfModel(model.model(), number);
        }
        String member = location.member().orElseThrow().name();
        return location.isArgument()
                ? new Identity.OfArgument(model.model(), member, location.place(), finding.rule())
                : new Identity.OfUse(model.model(), member, location.defect().get());
    }

    /** Why a finding is accepted: on the class, on any of its layers, their {@code @Use}, or the block used. */
    private static Optional<String> reason(Finding finding, ModelDeclaration model, List<LayerAcceptance> single) {
        Stream<Acceptance> onLayers = finding.layers().stream()
                .flatMap(site -> model.declarations(site).stream())
                .flatMap(SeverityPolicy::acceptances);
        Stream<Acceptance> onOne = single.stream()
                .filter(one -> one.covers(finding.rule(), finding.layers()))
                .map(LayerAcceptance::acceptance);
        return Stream.of(model.acceptances().stream(), onLayers, onOne)
                .flatMap(acceptances -> acceptances)
                .filter(acceptance -> acceptance.rules().contains(finding.rule()))
                .map(Acceptance::reason)
                .findFirst();
    }

    private static Stream<Acceptance> acceptances(Declaration declaration) {
        return Stream.concat(
                declaration.acceptances().stream(),
                declaration.block().stream().flatMap(block -> block.acceptances().stream()));
    }
}
