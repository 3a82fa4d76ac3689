package dev.fovea.core.rule;

import dev.fovea.core.analysis.FieldUnion;
import dev.fovea.core.analysis.MergePaths;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs of a merge look at places further apart than strided and even windows on the paths into it excuse (Araujo et al.
 * 2019). On causal axes the ends of the fields are compared, since there the last pixel is the present.
 */
public final class MisalignedMerge extends MergeRule {
    public MisalignedMerge() {
        super(Severity.WARNING, "The inputs of a merge are centred at different places.");
    }

    @Override
    Optional<Finding> check(Merge merge) {
        List<Input> inputs = new ArrayList<>();
        for (int input : merge.inputs()) {
            field(merge, merge.source(input)).ifPresent(field -> inputs.add(new Input(input, field)));
        }
        if (inputs.size() < 2 || !differ(inputs)) {
            return Optional.empty();
        }
        MergePaths paths = merge.paths();
        int common = paths.common(
                inputs.stream().map(input -> merge.source(input.position())).toList());
        boolean causal = isCausal(merge, inputs, common);
        if (areWithinHalfAUnit(inputs, causal)) {
            return Optional.empty();
        }
        Optional<Pair> worst = Optional.empty();
        for (int other = 1; other < inputs.size(); other++) {
            for (int one = 0; one < other; one++) {
                Optional<Pair> pair = Pair.of(inputs.get(one), inputs.get(other), causal)
                        .filter(candidate -> isMisaligned(merge, paths, common, candidate, causal));
                boolean worse = pair.isPresent()
                        && (worst.isEmpty()
                                || pair.get()
                                                .apart()
                                                .abs()
                                                .compareTo(worst.get().apart().abs())
                                        > 0);
                worst = worse ? pair : worst;
            }
        }
        return worst.map(pair -> finding(merge, pair, causal));
    }

    /** True if no two inputs are further apart than is always excused: told without looking at every pair. */
    private static boolean areWithinHalfAUnit(List<Input> inputs, boolean causal) {
        List<Optional<Farthest.Value>> units = new ArrayList<>();
        for (Input input : inputs) {
            Rational jump = input.field().jump();
            Object group = List.of(jump, input.field().offset());
            units.add(Optional.of(new Farthest.Value(group, input.place(causal).dividedBy(jump))));
        }
        return Farthest.of(units)
                .filter(pair -> pair.apart().compareTo(Rational.of(1, 2)) > 0)
                .isEmpty();
    }

    /** An input of a merge and the field of the layer that it comes from. */
    private record Input(int position, PeriodicField field) {
        Rational place(boolean causal) {
            return (causal ? field.meanEnd() : field.meanCentre()).orElseThrow();
        }
    }

    /**
     * Two inputs that keep their distance.
     *
     * @param apart pixels from the place of the first to that of the second
     */
    private record Pair(Input one, Input other, Rational apart) {
        static Optional<Pair> of(Input one, Input other, boolean causal) {
            boolean comparable = one.field().jump().equals(other.field().jump())
                    && one.field().offset().equals(other.field().offset());
            return comparable
                    ? Optional.of(new Pair(one, other, other.place(causal).minus(one.place(causal))))
                    : Optional.empty();
        }
    }

    private static boolean differ(List<Input> inputs) {
        return inputs.stream().map(Input::field).distinct().count() > 1;
    }

    /** The field of a map whose units see something and keep their distance; empty otherwise. */
    private static Optional<PeriodicField> field(Merge merge, int source) {
        FieldUnion seen = merge.analysed().analysis().seen(source, merge.axis());
        return seen.uniform() ? seen.field().filter(field -> field.meanCentre().isPresent()) : Optional.empty();
    }

    /**
     * True if an axis is one on which units look back only, however that is written: a layer pads before its input only, or
     * no input sees beyond its own place; on a sequence also if an input of the merge has grown since the paths parted, and
     * to the past only. (On an image a single window that is padded on one side is a shift.)
     */
    private static boolean isCausal(Merge merge, List<Input> inputs, int common) {
        if (merge.causal() || inputs.stream().allMatch(input -> endsAtItsPlace(input.field()))) {
            return true;
        }
        Optional<PeriodicField> before =
                merge.analysed().network().axes() == 1 ? field(merge, common) : Optional.empty();
        return before.isPresent() && inputs.stream().anyMatch(input -> looksBack(before.get(), input.field()));
    }

    private static boolean endsAtItsPlace(PeriodicField field) {
        return field.offset().isEmpty() && field.meanEnd().equals(Optional.of(Rational.ZERO));
    }

    private static boolean looksBack(PeriodicField before, PeriodicField after) {
        return after.offset().equals(before.offset())
                && after.meanEnd().equals(before.meanEnd())
                && after.meanCentre()
                                .orElseThrow()
                                .compareTo(before.meanCentre().orElseThrow())
                        < 0;
    }

    private static boolean isMisaligned(Merge merge, MergePaths paths, int common, Pair pair, boolean causal) {
        Rational apart = pair.apart().abs();
        Rational jump = pair.one().field().jump();
        if (apart.compareTo(jump.dividedBy(Rational.of(2))) <= 0) {
            return false;
        }
        Optional<MergePaths.Excuse> one =
                paths.excuse(common, merge.source(pair.one().position()), causal);
        Optional<MergePaths.Excuse> other =
                paths.excuse(common, merge.source(pair.other().position()), causal);
        return one.isPresent() && other.isPresent() && apart.compareTo(one.get().together(other.get(), jump)) > 0;
    }

    private Finding finding(Merge merge, Pair pair, boolean causal) {
        boolean later = pair.apart().compareTo(Rational.ZERO) > 0;
        String ahead = merge.name((later ? pair.other() : pair.one()).position());
        String behind = merge.name((later ? pair.one() : pair.other()).position());
        Rational apart = pair.apart().abs();
        Rational units = apart.dividedBy(pair.one().field().jump());
        return finding(
                merge.place(pair.other().position()),
                "inputs of %s are misaligned%s: the fields of %s %s %s%s after those of %s, more than strides and even kernels account for; %s"
                        .formatted(
                                merge.layer().name(),
                                merge.where(),
                                ahead,
                                causal ? "end" : "are centred",
                                Merge.pixels(apart),
                                units.equals(apart) ? "" : " (%s)".formatted(units(units)),
                                behind,
                                move(ahead, behind, units)));
    }

    private static String move(String ahead, String behind, Rational units) {
        return units.denominator() == 1
                ? "move %s back by %s (pad more at its begin, less at its end) or %s forward"
                        .formatted(ahead, units(units), behind)
                : "shift one with padding, @Pad or @Crop";
    }

    private static String units(Rational units) {
        return units + (units.equals(Rational.ONE) ? " unit" : " units");
    }
}
