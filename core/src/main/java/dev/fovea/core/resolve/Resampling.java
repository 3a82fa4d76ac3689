package dev.fovea.core.resolve;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Layers that change the grid: global and adaptive pooling, upsampling, pixel shuffle. */
final class Resampling {
    private Resampling() {}

    /** {@code @GlobalPool}. */
    static void globalPool(Draft draft) {
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < draft.axes(); axis++) {
            steps.add(new Step.Whole());
            draft.extent(new OutputExtent.Fixed(1));
        }
        draft.read(steps);
        draft.channels = draft.inputChannels();
        draft.report.put("type", draft.attributes.text("type"));
    }

    /** {@code @AdaptivePool}. */
    static void adaptivePool(Draft draft) {
        long[] size = draft.attributes.perAxis("size", draft.axes(), 1);
        if (!draft.attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < draft.axes(); axis++) {
            Extent in = draft.input().extents().get(axis);
            draft.extent(new OutputExtent.Fixed(size[axis]));
            if (size[axis] == 1) {
                steps.add(new Step.Whole());
            } else {
                steps.add(
                        in.isKnown()
                                ? new Step.Resample(in.value(), size[axis], Step.Resample.Mode.ADAPTIVE)
                                : unknown(draft, axis));
            }
        }
        draft.read(steps);
        draft.channels = draft.inputChannels();
        draft.report.put("size", Windows.boxed(size));
        draft.report.put("type", draft.attributes.text("type"));
    }

    /** {@code @Upsample}. */
    static void upsample(Draft draft, References references) {
        Attributes attributes = draft.attributes;
        boolean byScale = !attributes.numbers("scale").isEmpty();
        boolean bySize = !attributes.numbers("size").isEmpty();
        boolean byName = !attributes.text("to").isEmpty();
        if ((byScale ? 1 : 0) + (bySize ? 1 : 0) + (byName ? 1 : 0) != 1) {
            attributes.invalid(
                    "",
                    -1,
                    "%s states %s of scale, size and to; state exactly one"
                            .formatted(draft.name(), byScale || bySize || byName ? "more than one" : "none"));
            return;
        }
        draft.channels = draft.inputChannels();
        draft.report.put("mode", attributes.text("mode"));
        if (byScale) {
            long[] scale = attributes.perAxis("scale", draft.axes(), 1);
            if (attributes.areValid()) {
                scale(draft, scale, Step.Resample.Mode.valueOf(attributes.text("mode")));
                draft.report.put("scale", Windows.boxed(scale));
            }
        } else if (bySize) {
            long[] size = attributes.perAxis("size", draft.axes(), 1);
            if (attributes.areValid()) {
                for (long extent : size) {
                    draft.extent(new OutputExtent.Fixed(extent));
                }
                resize(draft, Optional.empty());
                draft.report.put("size", Windows.boxed(size));
            }
        } else {
            Optional<Integer> target =
                    references.resolve(draft.declaration, attributes.place("to"), attributes.text("to"));
            if (target.isEmpty()) {
                attributes.fail();
                return;
            }
            for (int axis = 0; axis < draft.axes(); axis++) {
                draft.extent(new OutputExtent.SameAs(target.get()));
            }
            resize(draft, target);
            if (draft.extents.stream().allMatch(Extent::isKnown)) {
                draft.report.put(
                        "size", draft.extents.stream().map(Extent::value).toList());
            }
        }
    }

    private static void scale(Draft draft, long[] scale, Step.Resample.Mode mode) {
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < draft.axes(); axis++) {
            steps.add(new Step.Resample(1, scale[axis], mode));
            draft.extent(new OutputExtent.Scaled(draft.sources.get(0), scale[axis], 0));
        }
        draft.read(steps);
    }

    /** Resamples to given extents; where those are unknown, by the ratio of the jumps if that is an integer. */
    private static void resize(Draft draft, Optional<Integer> target) {
        Step.Resample.Mode mode = Step.Resample.Mode.valueOf(draft.attributes.text("mode"));
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < draft.axes(); axis++) {
            Extent in = draft.input().extents().get(axis);
            Extent out = draft.extents.get(axis);
            if (in.isKnown() && out.isKnown()) {
                steps.add(new Step.Resample(in.value(), out.value(), mode));
            } else if (in.equals(out)) {
                steps.add(Step.IDENTITY);
            } else {
                OptionalLong ratio = target.isPresent() ? ratio(draft, target.get(), axis) : OptionalLong.empty();
                steps.add(ratio.isPresent() ? new Step.Resample(1, ratio.getAsLong(), mode) : unknown(draft, axis));
            }
        }
        draft.read(steps);
    }

    /** By an unknown ratio: all units see the same where the units read do, whichever those are. */
    private static Step unknown(Draft draft, int axis) {
        boolean alike = draft.assembly
                .jump(draft.sources.get(0), axis)
                .filter(Rational.ZERO::equals)
                .isPresent();
        return alike ? new Step.Broadcast() : new Step.Unknown();
    }

    private static OptionalLong ratio(Draft draft, int target, int axis) {
        Optional<Rational> from = draft.assembly.jump(draft.sources.get(0), axis);
        Optional<Rational> to = draft.assembly.jump(target, axis);
        if (from.isEmpty()
                || to.isEmpty()
                || from.get().equals(Rational.ZERO)
                || to.get().equals(Rational.ZERO)) {
            return OptionalLong.empty();
        }
        Rational ratio = from.get().dividedBy(to.get());
        return ratio.isInteger() ? OptionalLong.of(ratio.longValueExact()) : OptionalLong.empty();
    }

    /** {@code @PixelShuffle}: as nearest-neighbour upsampling. */
    static void pixelShuffle(Draft draft) {
        long factor = draft.attributes.number("factor", 1);
        if (!draft.attributes.areValid()) {
            return;
        }
        long[] scale = new long[draft.axes()];
        long merged = 1;
        for (int axis = 0; axis < scale.length; axis++) {
            scale[axis] = factor;
            merged = Math.multiplyExact(merged, factor);
        }
        scale(draft, scale, Step.Resample.Mode.NEAREST);
        draft.report.put("factor", factor);
        if (draft.inputChannels().isPresent()) {
            long channels = draft.inputChannels().getAsLong();
            if (channels % merged != 0) {
                draft.mismatch(
                        draft.place("factor"),
                        "factor = %s of %s needs channels in multiples of %s, but its input %s has %s"
                                .formatted(
                                        factor,
                                        draft.name(),
                                        merged,
                                        draft.assembly.name(draft.sources.get(0)),
                                        channels));
                return;
            }
            draft.channels = OptionalLong.of(channels / merged);
        }
    }
}
