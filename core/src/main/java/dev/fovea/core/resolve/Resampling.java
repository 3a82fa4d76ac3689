package dev.fovea.core.resolve;

import dev.fovea.UpsampleMode;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Resample;
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
    static void globalPool(LayerBuilder builder) {
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < builder.axes(); axis++) {
            steps.add(new Step.Whole());
            builder.extent(new OutputExtent.Fixed(1));
        }
        builder.read(steps);
        builder.channels = builder.inputChannels();
        builder.report.put("type", builder.attributes.text("type"));
    }

    /** {@code @AdaptivePool}. */
    static void adaptivePool(LayerBuilder builder) {
        long[] size = builder.attributes.perAxis("size", builder.axes(), 1);
        if (!builder.attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent in = builder.input().extents().get(axis);
            builder.extent(new OutputExtent.Fixed(size[axis]));
            if (size[axis] == 1) {
                steps.add(new Step.Whole());
            } else {
                steps.add(
                        in.isKnown()
                                ? new Resample(in.value(), size[axis], Resample.Mode.ADAPTIVE)
                                : unknown(builder, axis));
            }
        }
        builder.read(steps);
        builder.channels = builder.inputChannels();
        builder.report.put("size", Windows.boxed(size));
        builder.report.put("type", builder.attributes.text("type"));
    }

    /** {@code @Upsample}. */
    static void upsample(LayerBuilder builder, References references) {
        Attributes attributes = builder.attributes;
        boolean byScale = !attributes.numbers("scale").isEmpty();
        boolean bySize = !attributes.numbers("size").isEmpty();
        boolean byName = !attributes.text("to").isEmpty();
        if ((byScale ? 1 : 0) + (bySize ? 1 : 0) + (byName ? 1 : 0) != 1) {
            attributes.invalid(
                    "",
                    -1,
                    "%s states %s of scale, size and to; state exactly one"
                            .formatted(builder.name(), byScale || bySize || byName ? "more than one" : "none"));
            return;
        }
        boolean corners = attributes.flag("alignCorners");
        if (corners && !attributes.text("mode").equals(UpsampleMode.LINEAR.name())) {
            attributes.invalid(
                    "alignCorners",
                    -1,
                    "alignCorners of %s is true, but its mode is NEAREST, which has no corners to align; state mode = LINEAR"
                            .formatted(builder.name()));
            return;
        }
        builder.channels = builder.inputChannels();
        builder.report.put("mode", attributes.text("mode"));
        if (corners) {
            builder.report.put("alignCorners", true);
        }
        if (byScale) {
            long[] scale = attributes.perAxis("scale", builder.axes(), 1);
            if (attributes.areValid()) {
                scale(builder, scale, mode(attributes));
                builder.report.put("scale", Windows.boxed(scale));
            }
        } else if (bySize) {
            long[] size = attributes.perAxis("size", builder.axes(), 1);
            if (attributes.areValid()) {
                for (long extent : size) {
                    builder.extent(new OutputExtent.Fixed(extent));
                }
                resize(builder, Optional.empty());
                builder.report.put("size", Windows.boxed(size));
            }
        } else {
            Optional<Integer> target =
                    references.resolve(builder.declaration, attributes.place("to"), attributes.text("to"));
            if (target.isEmpty()) {
                attributes.fail();
                return;
            }
            for (int axis = 0; axis < builder.axes(); axis++) {
                builder.extent(new OutputExtent.SameAs(target.get()));
            }
            resize(builder, target);
            if (builder.extents.stream().allMatch(Extent::isKnown)) {
                builder.report.put(
                        "size", builder.extents.stream().map(Extent::value).toList());
            } else {
                builder.report.put("to", builder.assembly.name(target.get()));
            }
        }
    }

    private static void scale(LayerBuilder builder, long[] scale, Resample.Mode mode) {
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent in = builder.input().extents().get(axis);
            if (mode != Resample.Mode.CORNERS) {
                steps.add(new Resample(1, scale[axis], mode));
            } else if (in.isKnown()) {
                steps.add(resample(in.value(), Math.multiplyExact(in.value(), scale[axis]), mode));
            } else {
                steps.add(scale[axis] == 1 ? Step.Window.IDENTITY : unknown(builder, axis));
            }
            builder.extent(new OutputExtent.Scaled(builder.sources.get(0), scale[axis], 0));
        }
        builder.read(steps);
    }

    /** A single unit has no gaps to its neighbours: whatever the mode, all units read it. */
    private static Step resample(long in, long out, Resample.Mode mode) {
        boolean single = in == 1 && mode == Resample.Mode.CORNERS;
        return new Resample(in, out, single ? Resample.Mode.NEAREST : mode);
    }

    private static Resample.Mode mode(Attributes attributes) {
        return attributes.flag("alignCorners") ? Resample.Mode.CORNERS : Resample.Mode.valueOf(attributes.text("mode"));
    }

    /** Resamples to given extents; where those are unknown, by the ratio of the jumps if that is an integer. */
    private static void resize(LayerBuilder builder, Optional<Integer> target) {
        Resample.Mode mode = mode(builder.attributes);
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent in = builder.input().extents().get(axis);
            Extent out = builder.extents.get(axis);
            if (in.isKnown() && out.isKnown()) {
                steps.add(resample(in.value(), out.value(), mode));
            } else if (in.equals(out)) {
                steps.add(Step.Window.IDENTITY);
            } else {
                OptionalLong ratio = target.isPresent() ? ratio(builder, target.get(), axis) : OptionalLong.empty();
                boolean fixed = ratio.isPresent() && mode != Resample.Mode.CORNERS;
                steps.add(fixed ? new Resample(1, ratio.getAsLong(), mode) : unknown(builder, axis));
            }
        }
        builder.read(steps);
    }

    /** By an unknown ratio: all units see the same where the units read do, whichever those are. */
    private static Step unknown(LayerBuilder builder, int axis) {
        boolean alike = builder.assembly
                .jump(builder.sources.get(0), axis)
                .filter(Rational.ZERO::equals)
                .isPresent();
        return alike ? new Step.Broadcast() : new Step.Unknown();
    }

    private static OptionalLong ratio(LayerBuilder builder, int target, int axis) {
        Optional<Rational> from = builder.assembly.jump(builder.sources.get(0), axis);
        Optional<Rational> to = builder.assembly.jump(target, axis);
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
    static void pixelShuffle(LayerBuilder builder) {
        long factor = builder.attributes.number("factor", 1);
        if (!builder.attributes.areValid()) {
            return;
        }
        long[] scale = new long[builder.axes()];
        long merged = 1;
        for (int axis = 0; axis < scale.length; axis++) {
            scale[axis] = factor;
            merged = Math.multiplyExact(merged, factor);
        }
        scale(builder, scale, Resample.Mode.NEAREST);
        builder.report.put("factor", factor);
        if (builder.inputChannels().isPresent()) {
            long channels = builder.inputChannels().getAsLong();
            if (channels % merged != 0) {
                builder.mismatch(
                        builder.place("factor"),
                        "factor = %s of %s needs channels in multiples of %s, but %s has %s"
                                .formatted(
                                        factor,
                                        builder.name(),
                                        merged,
                                        builder.assembly.inputTitle(builder.sources.get(0)),
                                        channels));
                return;
            }
            builder.channels = OptionalLong.of(channels / merged);
        }
    }
}
