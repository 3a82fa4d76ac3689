package dev.fovea.core.rule;

import dev.fovea.core.analysis.FieldUnion;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs of a merge look at places more than half the coarsest jump apart (Araujo et al. 2019). On causal axes the
 * ends of the fields are compared, since there the last pixel is the present. An axis is causal by declaration, or if no
 * input of the merge sees beyond its own place.
 */
public final class MisalignedMerge extends MergeRule {
    public MisalignedMerge() {
        super(Severity.WARNING, "The inputs of a merge are centred at different places.");
    }

    @Override
    Optional<Finding> check(Merge merge) {
        boolean causal = merge.causal() || merge.inputs().stream().allMatch(input -> endsAtItsPlace(merge, input));
        List<Optional<Farthest.Value>> places = new ArrayList<>();
        for (int input : merge.inputs()) {
            places.add(place(merge, input, causal));
        }
        Rational most = merge.coarsest().dividedBy(Rational.of(2));
        return Farthest.of(places)
                .filter(pair -> pair.apart().compareTo(most) > 0)
                .map(pair -> finding(
                        merge, merge.inputs().get(pair.one()), merge.inputs().get(pair.other()), pair.apart(), causal));
    }

    /** True if no unit sees beyond its own place, as causal padding and a padding that is cropped again make it. */
    private static boolean endsAtItsPlace(Merge merge, int input) {
        return field(merge, input)
                .filter(field -> field.offset().isEmpty())
                .flatMap(PeriodicField::meanEnd)
                .equals(Optional.of(Rational.ZERO));
    }

    private static Optional<PeriodicField> field(Merge merge, int input) {
        FieldUnion seen = merge.analysed().analysis().seen(merge.source(input), merge.axis());
        return seen.uniform() ? seen.field() : Optional.empty();
    }

    /** Where an input looks; only those that keep their distance can be compared. Empty where it drifts or sees nothing. */
    private static Optional<Farthest.Value> place(Merge merge, int input, boolean causal) {
        return field(merge, input).flatMap(field -> (causal ? field.meanEnd() : field.meanCentre())
                .map(place -> new Farthest.Value(List.of(field.jump(), field.offset()), place)));
    }

    private Finding finding(Merge merge, int one, int other, Rational apart, boolean causal) {
        return finding(
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
