package dev.fovea.processor.rule;

import dev.fovea.processor.analysis.Family;
import dev.fovea.processor.analysis.Seen;
import dev.fovea.processor.finding.Finding;
import dev.fovea.processor.finding.RuleInfo;
import dev.fovea.processor.finding.Severity;
import dev.fovea.report.Rational;
import java.util.Optional;

/**
 * The inputs of a merge look at places more than half the coarsest jump apart (Araujo et al. 2019). On causal axes the
 * ends of the fields are compared, since there the last pixel is the present. An axis is causal by declaration, or if no
 * input of the merge sees beyond its own place.
 */
final class MisalignedMerge extends MergeRule {
    MisalignedMerge() {
        super(new RuleInfo(
                "MisalignedMerge",
                Optional.of(Severity.WARNING),
                false,
                "The inputs of a merge are centred at different places."));
    }

    @Override
    Optional<Finding> check(Merge merge) {
        Optional<Finding> worst = Optional.empty();
        Rational most = merge.coarsest().dividedBy(Rational.of(2));
        boolean causal = merge.causal() || merge.inputs().stream().allMatch(input -> endsAtItsPlace(merge, input));
        for (int i = 1; i < merge.inputs().size(); i++) {
            for (int k = 0; k < i; k++) {
                int one = merge.inputs().get(k);
                int other = merge.inputs().get(i);
                Optional<Rational> apart = apart(merge, one, other, causal);
                if (apart.isPresent() && apart.get().compareTo(most) > 0) {
                    most = apart.get();
                    worst = Optional.of(finding(merge, one, other, most, causal));
                }
            }
        }
        return worst;
    }

    /** True if no unit sees beyond its own place, as causal padding and a padding that is cropped again make it. */
    private static boolean endsAtItsPlace(Merge merge, int input) {
        return family(merge, input)
                .filter(family -> family.offset().isEmpty())
                .flatMap(Family::meanEnd)
                .equals(Optional.of(Rational.ZERO));
    }

    private static Optional<Family> family(Merge merge, int input) {
        Seen seen = merge.subject().analysis().seen(merge.source(input), merge.axis());
        return seen.uniform() ? seen.family() : Optional.empty();
    }

    /** How far apart two inputs look; empty where they drift, or lie an unknown distance apart, or see nothing. */
    private static Optional<Rational> apart(Merge merge, int one, int other, boolean causal) {
        if (family(merge, one).isEmpty() || family(merge, other).isEmpty()) {
            return Optional.empty();
        }
        Family first = family(merge, one).get();
        Family second = family(merge, other).get();
        if (!first.jump().equals(second.jump()) || !first.offset().equals(second.offset())) {
            return Optional.empty();
        }
        return place(first, causal).flatMap(here -> place(second, causal)
                .map(there -> here.minus(there).abs()));
    }

    private static Optional<Rational> place(Family family, boolean causal) {
        return causal ? family.meanEnd() : family.meanCentre();
    }

    private static Finding finding(Merge merge, int one, int other, Rational apart, boolean causal) {
        return Finding.of(
                "MisalignedMerge",
                merge.place(other),
                "inputs of %s are misaligned%s: the fields of %s and %s %s %s apart, more than half the coarsest jump (%s); shift one with padding, @Pad or @Crop"
                        .formatted(
                                merge.layer().name(),
                                merge.where(),
                                merge.name(one),
                                merge.name(other),
                                causal ? "end" : "are centred",
                                Merge.pixels(apart),
                                Merge.pixels(merge.coarsest())));
    }
}
