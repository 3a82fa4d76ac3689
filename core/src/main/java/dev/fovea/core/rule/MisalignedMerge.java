package dev.fovea.core.rule;

import dev.fovea.core.analysis.FieldUnion;
import dev.fovea.core.analysis.MergeOffsets;
import dev.fovea.core.analysis.MergePaths;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.analysis.Reading;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.TypedValues;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        if (isMeant(merge) || shiftsChannels(merge)) {
            return Optional.empty();
        }
        Map<Integer, PeriodicField> fields = new LinkedHashMap<>();
        for (int input : merge.inputs()) {
            field(merge, merge.source(input)).ifPresent(field -> fields.put(input, field));
        }
        if (fields.values().stream().distinct().count() < 2) {
            return Optional.empty();
        }
        List<Integer> maps = fields.keySet().stream().map(merge::source).toList();
        int common = merge.paths().common(maps);
        boolean causal = isCausal(merge, fields.values(), common);
        if (!anyApart(fields.values(), causal)) {
            return Optional.empty();
        }
        Map<Integer, MergePaths.Excuse> excuses = merge.paths().excuses(common, maps, causal);
        Set<Input> different = new HashSet<>();
        List<Input> inputs = new ArrayList<>();
        fields.forEach((position, field) -> {
            MergePaths.Excuse excuse = excuses.get(merge.source(position));
            if (excuse != null) {
                Input input = new Input(
                        position,
                        field.jump(),
                        field.offset(),
                        place(field, causal),
                        excuse,
                        isSample(merge, field, common));
                // Of inputs that are alike the first stands for all: in a dense network most are.
                if (different.add(input.atAnyPosition())) {
                    inputs.add(input);
                }
            }
        });
        return worst(inputs).map(pair -> finding(merge, pair, causal));
    }

    /** An offset that {@code @Expect} states, such as a limited look-ahead, is on purpose. */
    private static boolean isMeant(Merge merge) {
        return merge.layer()
                .marks()
                .pins()
                .filter(pins -> !pins.offset().isEmpty())
                .isPresent();
    }

    /** True if groups of one map's channels, shifted against each other or not, are put side by side again: on purpose. */
    private static boolean shiftsChannels(Merge merge) {
        Set<Optional<Integer>> maps = new HashSet<>();
        for (int input : merge.inputs()) {
            maps.add(sliced(merge.analysed().network(), merge.source(input)));
        }
        return merge.layer().operation() == Operation.CONCAT && maps.size() == 1 && !maps.contains(Optional.empty());
    }

    /** The map that another one shows a part of, of its channels and perhaps of its places. */
    private static Optional<Integer> sliced(Network network, int map) {
        int shown = map;
        boolean isPart = false;
        while (shown != Network.INPUT) {
            Layer layer = network.layers().get(shown);
            boolean resamples = layer.operation() == Operation.POOL || layer.operation() == Operation.UPSAMPLE;
            if (resamples || !Reading.isView(layer)) {
                break;
            }
            isPart |= layer.operation() == Operation.SLICE;
            shown = layer.links().get(0).source();
        }
        return isPart ? Optional.of(shown) : Optional.empty();
    }

    /** True for every nth position of one map, put beside others: the phases of space-to-depth are apart on purpose. */
    private static boolean isSample(Merge merge, PeriodicField field, int common) {
        return merge.layer().operation() == Operation.CONCAT
                && field.period() == 1
                && field(merge, common)
                        .filter(whole -> whole.period() == 1
                                && field.jump().compareTo(whole.jump()) > 0
                                && field.phases().get(0).extent()
                                        == whole.phases().get(0).extent())
                        .isPresent();
    }

    /** True if some inputs that keep their distance are more than half a jump apart. */
    private static boolean anyApart(Collection<PeriodicField> fields, boolean causal) {
        Map<Object, Rational> first = new HashMap<>();
        Map<Object, Rational> last = new HashMap<>();
        boolean apart = false;
        for (PeriodicField field : fields) {
            List<Object> group = List.of(field.jump(), field.offset());
            Rational place = place(field, causal);
            Rational low = first.merge(group, place, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            Rational high = last.merge(group, place, (one, other) -> one.compareTo(other) >= 0 ? one : other);
            apart |= high.minus(low).times(Rational.of(2)).compareTo(field.jump()) > 0;
        }
        return apart;
    }

    private static Rational place(PeriodicField field, boolean causal) {
        return (causal ? field.meanEnd() : field.meanCentre()).orElseThrow();
    }

    /** The pair that is furthest apart beyond what is excused; of several the one whose second input comes first. */
    private static Optional<Pair> worst(List<Input> inputs) {
        @Nullable Pair worst = null;
        for (int other = 1; other < inputs.size(); other++) {
            for (int one = 0; one < other; one++) {
                Pair pair = new Pair(inputs.get(one), inputs.get(other));
                if (pair.keepsItsDistance()
                        && (worst == null
                                || pair.apart().abs().compareTo(worst.apart().abs()) > 0)
                        && pair.isMisaligned()) {
                    worst = pair;
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    /**
     * An input of a merge.
     *
     * @param place of its units' fields
     * @param isSample whether each unit is one position of the map that all inputs come from
     */
    private record Input(
            int position,
            Rational jump,
            Map<Integer, Long> offset,
            Rational place,
            MergePaths.Excuse excuse,
            boolean isSample) {
        Input atAnyPosition() {
            return new Input(0, jump, offset, place, excuse, isSample);
        }
    }

    private record Pair(Input one, Input other) {
        boolean keepsItsDistance() {
            return one.jump().equals(other.jump()) && one.offset().equals(other.offset());
        }

        /** Pixels from the place of the first to that of the second. */
        Rational apart() {
            return other.place().minus(one.place());
        }

        boolean isMisaligned() {
            Rational apart = apart().abs();
            boolean arePhases = one.isSample() && other.isSample() && apart.compareTo(one.jump()) < 0;
            return !arePhases && apart.compareTo(one.excuse().together(other.excuse(), one.jump())) > 0;
        }
    }

    /** The field of a map whose units see something and keep their distance; empty otherwise. */
    private static Optional<PeriodicField> field(Merge merge, int source) {
        FieldUnion seen = merge.analysed().analysis().seen(source, merge.axis());
        return seen.uniform() ? seen.field().filter(field -> field.meanCentre().isPresent()) : Optional.empty();
    }

    /**
     * True if an axis is one on which units look back only, however that is written: a layer pads before its input only, or
     * no input sees beyond its own place; on a sequence also if an input of the merge has grown since the paths parted, and
     * to the past only, or if all inputs end together (windows without padding beside the last positions of what they read).
     * (On an image a single window that is padded on one side is a shift.)
     */
    private static boolean isCausal(Merge merge, Collection<PeriodicField> fields, int common) {
        if (merge.causal() || fields.stream().allMatch(MisalignedMerge::endsAtItsPlace)) {
            return true;
        }
        if (merge.analysed().network().axes() > 1) {
            return false;
        }
        if (fields.stream().map(PeriodicField::meanEnd).distinct().count() == 1) {
            return true;
        }
        Optional<PeriodicField> before = field(merge, common);
        return before.isPresent() && fields.stream().anyMatch(field -> looksBack(before.get(), field));
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

    private Finding finding(Merge merge, Pair pair, boolean causal) {
        boolean later = pair.apart().compareTo(Rational.ZERO) > 0;
        String ahead = merge.name((later ? pair.other() : pair.one()).position());
        String behind = merge.name((later ? pair.one() : pair.other()).position());
        Rational apart = pair.apart().abs();
        Rational units = apart.dividedBy(pair.one().jump());
        Optional<String> meant = meant(merge);
        Finding finding = finding(
                merge.place(pair.other().position()),
                "inputs of %s are misaligned%s: %s %s %s%s after %s, more than strides and even kernels explain; %s"
                        .formatted(
                                merge.layer().name(),
                                merge.where(),
                                ahead,
                                causal ? "ends" : "is centred",
                                Merge.pixels(apart),
                                units.equals(apart) ? "" : " (%s)".formatted(units(units)),
                                behind,
                                move(ahead, behind, units)
                                        + meant.map(", or state @Expect(offset = %s) if it is meant"::formatted)
                                                .orElse("")));
        List<Advice> advice = new ArrayList<>();
        if (units.denominator() == 1) {
            int first = (later ? pair.other() : pair.one()).position();
            int second = (later ? pair.one() : pair.other()).position();
            MovedInput.of(merge, first, units.numerator()).map(Advice::of).ifPresent(advice::add);
            MovedInput.of(merge, second, -units.numerator()).map(Advice::of).ifPresent(advice::add);
        }
        meant.map(offset -> Advice.of(new Advice.Statement(
                        merge.analysed().model().member(merge.layer().site()), "Expect", Map.of("offset", offset))))
                .ifPresent(advice::add);
        return finding.advising(advice);
    }

    private static String move(String ahead, String behind, Rational units) {
        return units.denominator() == 1
                ? "move %s back by %s (more padding at its begin, less at its end) or %s forward"
                        .formatted(ahead, units(units), behind)
                : "shift one with padding, @Pad or @Crop";
    }

    /** The pin that states the offset as it is, as typed; only the last input's is pinned. */
    private static Optional<String> meant(Merge merge) {
        List<Optional<Rational>> last = new ArrayList<>();
        MergeOffsets.of(merge.analysed().analysis(), merge.layer())
                .forEach(inputs -> last.add(inputs.get(inputs.size() - 1)));
        // What a block pins is its own report's.
        boolean isInBlock = merge.layer().site().parts().size() > 1;
        if (isInBlock || last.isEmpty() || last.contains(Optional.<Rational>empty())) {
            return Optional.empty();
        }
        List<String> typed =
                last.stream().map(offset -> offset.orElseThrow().toString()).toList();
        return Optional.of(TypedValues.of(typed.stream().distinct().count() == 1 ? typed.subList(0, 1) : typed));
    }

    private static String units(Rational units) {
        return Merge.counted(units, "position");
    }
}
