package dev.fovea.core.resolve;

import dev.fovea.Activation;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Layers that act on channels, and those that read the whole map at once. */
final class ChannelOperations {
    private ChannelOperations() {}

    /** A layer whose units read those of equal index: what it makes has the shape of its input. */
    static void pointwise(LayerBuilder builder) {
        builder.read(Collections.nCopies(builder.axes(), Step.Window.IDENTITY));
        builder.keepExtents();
        builder.channels = builder.inputChannels();
    }

    /** {@code @SqueezeExcite}: two biased 1×1 convolutions on the pooled map (Hu et al. 2018). */
    static void squeezeExcite(LayerBuilder builder) {
        boolean unknown = builder.attributes.isUnstated("squeeze");
        long squeeze = builder.attributes.number("squeeze", 1);
        if (!builder.attributes.areValid()) {
            return;
        }
        pointwise(builder);
        builder.wholeMap = true;
        if (!unknown) {
            builder.report.put("squeeze", squeeze);
        }
        if (!builder.attributes.text("gate").equals(Activation.SIGMOID.name())) {
            builder.report.put("gate", builder.attributes.text("gate"));
        }
        builder.parameters = OptionalLong.empty();
        builder.macs = OptionalLong.empty();
        if (builder.channels.isPresent() && !unknown) {
            long channels = builder.channels.getAsLong();
            long weights = Math.multiplyExact(2, Math.multiplyExact(channels, squeeze));
            builder.parameters = OptionalLong.of(Math.addExact(
                    Math.addExact(weights, Math.addExact(channels, squeeze)),
                    Math.addExact(
                            PointwiseOperations.parameters(builder.attributes.text("activation"), squeeze),
                            PointwiseOperations.parameters(builder.attributes.text("gate"), channels))));
            builder.macs = OptionalLong.of(weights);
        }
    }

    /** {@code @Normalize}. */
    static void normalize(LayerBuilder builder) {
        String norm = builder.attributes.text("value");
        pointwise(builder);
        builder.wholeMap = Convolutions.usesWholeMap(norm);
        builder.report.put("norm", norm);
        if (builder.channels.isPresent()) {
            builder.parameters = OptionalLong.of(Convolutions.normParameters(norm, builder.channels.getAsLong()));
        } else if (Convolutions.normParameters(norm, 1) > 0) {
            builder.parameters = OptionalLong.empty();
        }
    }

    /** {@code @ChannelShuffle}. */
    static void channelShuffle(LayerBuilder builder) {
        long groups = builder.attributes.number("groups", 1);
        if (!builder.attributes.areValid()) {
            return;
        }
        pointwise(builder);
        if (builder.attributes.isUnstated("groups")) {
            return;
        }
        builder.report.put("groups", groups);
        if (builder.channels.isPresent() && builder.channels.getAsLong() % groups != 0) {
            builder.mismatch(
                    builder.place("groups"),
                    "groups = %s of %s does not divide the %s channels of %s; use a divisor"
                            .formatted(
                                    groups,
                                    builder.name(),
                                    builder.channels.getAsLong(),
                                    builder.assembly.inputTitle(builder.sources.get(0))));
        }
    }

    /** {@code @Slice}. */
    static void slice(LayerBuilder builder) {
        long begin = builder.attributes.number("begin", 0);
        long end = builder.attributes.number("end", 1);
        boolean unknown = builder.attributes.isUnstated("begin") || builder.attributes.isUnstated("end");
        if (builder.attributes.areValid() && !unknown && begin >= end) {
            builder.attributes.invalid(
                    "end",
                    -1,
                    "end of %s is %s, not above its begin %s; keep at least one channel"
                            .formatted(builder.name(), end, begin));
        }
        if (!builder.attributes.areValid()) {
            return;
        }
        pointwise(builder);
        if (unknown) {
            builder.channels = OptionalLong.empty();
            return;
        }
        builder.report.put("begin", begin);
        builder.report.put("end", end);
        OptionalLong channels = builder.channels;
        builder.channels = OptionalLong.of(end - begin);
        if (channels.isPresent() && end > channels.getAsLong()) {
            builder.mismatch(
                    builder.place("end"),
                    "end = %s of %s exceeds the %s channels of %s; use a smaller end"
                            .formatted(
                                    end,
                                    builder.name(),
                                    channels.getAsLong(),
                                    builder.assembly.inputTitle(builder.sources.get(0))));
        }
    }

    /** {@code @Linear}. */
    static void linear(LayerBuilder builder) {
        long out = builder.attributes.number("out", 1);
        if (!builder.attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < builder.axes(); axis++) {
            steps.add(new Step.Whole());
            builder.extent(new OutputExtent.Fixed(1));
        }
        builder.read(steps);
        boolean unknown = builder.attributes.isUnstated("out");
        if (!unknown) {
            builder.channels = OptionalLong.of(out);
            builder.report.put("out", out);
        }
        builder.report.put("bias", builder.attributes.flag("bias"));
        OptionalLong positions = Convolutions.product(builder.input().extents());
        builder.parameters = OptionalLong.empty();
        builder.macs = OptionalLong.empty();
        if (positions.isPresent() && builder.inputChannels().isPresent() && !unknown) {
            long in = Math.multiplyExact(
                    positions.getAsLong(), builder.inputChannels().getAsLong());
            long weights = Math.multiplyExact(in, out);
            builder.macs = OptionalLong.of(weights);
            builder.parameters = OptionalLong.of(Math.addExact(weights, builder.attributes.flag("bias") ? out : 0));
        }
    }

    /** {@code @Pad} and {@code @Crop}. */
    static void border(LayerBuilder builder, int sign) {
        long[][] amounts = builder.attributes.amounts("padding", builder.axes());
        if (!builder.attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < builder.axes(); axis++) {
            long begin = amounts[axis][0];
            long end = amounts[axis][1];
            steps.add(new Step.Window(1, 1, 1, sign * begin, sign * end, 0));
            builder.extent(new OutputExtent.Scaled(builder.sources.get(0), 1, sign * (begin + end)));
            begins.add(begin);
            ends.add(end);
        }
        begins.addAll(ends);
        builder.read(steps);
        builder.channels = builder.inputChannels();
        builder.report.put("padding", begins);
        PaddingFill.apply(builder, begins);
    }
}
