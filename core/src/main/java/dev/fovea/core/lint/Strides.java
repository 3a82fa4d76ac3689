package dev.fovea.core.lint;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Layer;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.rule.MisalignedMerge;
import dev.fovea.core.rule.SkippedInput;
import dev.fovea.core.rule.UnreadPixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The consequences of one stride: what is skipped, left unread or moved apart disappears once the stride is 1, which is
 * tried.
 */
final class Strides {
    private static final String UNREAD = UnreadPixels.class.getSimpleName();
    private static final String MISALIGNED = MisalignedMerge.class.getSimpleName();
    private static final Set<String> RULES = Set.of(SkippedInput.class.getSimpleName(), UNREAD, MISALIGNED);
    private static final int MOST_TRIED = 4;

    /** Layers that are judged again, in all trials together: of a huge network fewer are tried. */
    private static final int MOST_LAYERS = 10_000;

    private final Lineage lineage;
    private final RuleRun run;
    private final LintOptions options;
    private int tried;

    Strides(Lineage lineage, RuleRun run, LintOptions options) {
        this.lineage = lineage;
        this.run = run;
        this.options = options;
    }

    /** Where a finding is, and what it is of. */
    private record Fault(String rule, Place place) {
        static Fault of(Finding finding) {
            return new Fault(finding.rule(), finding.place());
        }
    }

    void fold(Consequences consequences) {
        for (LintFinding first : consequences.open(RULES)) {
            if (!consequences.below(first).isEmpty() && consequences.open(RULES).contains(first)) {
                fold(first, consequences);
            }
        }
    }

    private void fold(LintFinding first, Consequences consequences) {
        for (Place stride : strides(first)) {
            Optional<Set<Fault>> left = tried++ < mostTried() ? left(stride) : Optional.empty();
            if (left.isPresent() && !left.get().contains(Fault.of(first.finding()))) {
                consequences.below(first).stream()
                        .filter(found -> !left.get().contains(Fault.of(found.finding())))
                        .forEach(found -> consequences.take(first, found));
                return;
            }
        }
    }

    /** The stride at which something is found, or those that move the inputs of a merge apart. */
    private List<Place> strides(LintFinding found) {
        Place place = found.finding().place();
        if (place.attribute().equals("stride")) {
            return List.of(place);
        }
        OptionalInt layer = lineage.layer(found);
        if (layer.isPresent() && found.rule().equals(UNREAD)) {
            return isStrided(lineage.layer(layer.getAsInt()))
                    ? List.of(place.of("stride").at(-1))
                    : List.of();
        }
        return layer.isEmpty() || !found.rule().equals(MISALIGNED)
                ? List.of()
                : lineage.apart(lineage.layer(layer.getAsInt())).stream()
                        .mapToObj(lineage::layer)
                        .filter(Strides::isStrided)
                        .map(strided -> Place.attribute(strided.site(), "stride"))
                        .toList();
    }

    private static boolean isStrided(Layer layer) {
        return layer.links().size() == 1
                && layer.operation().isAnnotation()
                && layer.step(0).window().filter(one -> one.stride() > 1).isPresent();
    }

    /** What is still wrong with a stride of 1; empty where the network cannot run with it. */
    private Optional<Set<Fault>> left(Place stride) {
        Optional<ModelDeclaration> mended = Restated.with(lineage.model(), stride, 1);
        if (mended.isEmpty()) {
            return Optional.empty();
        }
        RuleRun other = RuleRun.of(mended.get(), options.hdc(), options.rules());
        if (structural(other) > structural(run)) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>(other.findings());
        if (!lineage.model().isBlock()) {
            findings.addAll(new SeverityPolicy(options).unused(other.findings(), mended.get(), other));
        }
        return Optional.of(findings.stream().map(Fault::of).collect(Collectors.toSet()));
    }

    private int mostTried() {
        return Math.min(MOST_TRIED, MOST_LAYERS / lineage.network().layers().size());
    }

    private static long structural(RuleRun run) {
        return run.findings().stream().filter(Structural::isStructural).count();
    }
}
