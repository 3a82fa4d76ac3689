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
 * ends of the fields are compared, since there the last pixel is the present.
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
        int first = -1;
        for (int input : merge.inputs()) {
            if (family(merge, input).isEmpty()) {
                continue;
            }
            if (first < 0) {
                first = input;
                continue;
            }
            Optional<Rational> apart = apart(merge, first, input);
            if (apart.isPresent() && apart.get().compareTo(most) > 0) {
                most = apart.get();
                worst = Optional.of(finding(merge, first, input, most));
            }
        }
        return worst;
    }

    private static Optional<Family> family(Merge merge, int input) {
        Seen seen = merge.subject().analysis().seen(merge.source(input), merge.axis());
        return seen.uniform() ? seen.family() : Optional.empty();
    }

    /** How far apart two inputs look; empty where they drift, or lie an unknown distance apart, or see nothing. */
    private static Optional<Rational> apart(Merge merge, int one, int other) {
        Family first = family(merge, one).orElseThrow();
        Family second = family(merge, other).orElseThrow();
        if (!first.jump().equals(second.jump()) || !first.offset().equals(second.offset())) {
            return Optional.empty();
        }
        return place(first, merge.causal()).flatMap(here -> place(second, merge.causal())
                .map(there -> here.minus(there).abs()));
    }

    private static Optional<Rational> place(Family family, boolean causal) {
        return causal ? family.meanEnd() : family.meanCentre();
    }

    private static Finding finding(Merge merge, int one, int other, Rational apart) {
        return Finding.of(
                "MisalignedMerge",
                merge.place(other),
                "inputs of %s are misaligned%s: the fields of %s and %s %s %s apart, more than half the coarsest jump, %s; shift one with padding, @Pad or @Crop"
                        .formatted(
                                merge.layer().name(),
                                merge.where(),
                                merge.name(one),
                                merge.name(other),
                                merge.causal() ? "end" : "are centred",
                                Merge.pixels(apart),
                                merge.coarsest()));
    }
}
