package dev.fovea.core.resolve;

import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Layers that act on channels, and those that read the whole map at once. */
final class ChannelOperations {
    private ChannelOperations() {}

    private static void pointwise(Draft draft) {
        draft.read(Collections.nCopies(draft.axes(), Step.IDENTITY));
        draft.keepExtents();
        draft.channels = draft.inputChannels();
    }

    /** {@code @SqueezeExcite}: two biased 1×1 convolutions on the pooled map (Hu et al. 2018). */
    static void squeezeExcite(Draft draft) {
        boolean unknown = draft.attributes.isUnstated("squeeze");
        long squeeze = draft.attributes.number("squeeze", 1);
        if (!draft.attributes.areValid()) {
            return;
        }
        pointwise(draft);
        draft.wholeMap = true;
        if (!unknown) {
            draft.report.put("squeeze", squeeze);
        }
        draft.parameters = OptionalLong.empty();
        draft.macs = OptionalLong.empty();
        if (draft.channels.isPresent() && !unknown) {
            long channels = draft.channels.getAsLong();
            long weights = Math.multiplyExact(2, Math.multiplyExact(channels, squeeze));
            draft.parameters = OptionalLong.of(Math.addExact(weights, Math.addExact(channels, squeeze)));
            draft.macs = OptionalLong.of(weights);
        }
    }

    /** {@code @Normalize}. */
    static void normalize(Draft draft) {
        String norm = draft.attributes.text("value");
        pointwise(draft);
        draft.wholeMap = Convolutions.usesWholeMap(norm);
        draft.report.put("norm", norm);
        if (draft.channels.isPresent()) {
            draft.parameters = OptionalLong.of(Convolutions.normParameters(norm, draft.channels.getAsLong()));
        } else if (Convolutions.normParameters(norm, 1) > 0) {
            draft.parameters = OptionalLong.empty();
        }
    }

    /** {@code @ChannelShuffle}. */
    static void channelShuffle(Draft draft) {
        long groups = draft.attributes.number("groups", 1);
        if (!draft.attributes.areValid()) {
            return;
        }
        pointwise(draft);
        if (draft.attributes.isUnstated("groups")) {
            return;
        }
        draft.report.put("groups", groups);
        if (draft.channels.isPresent() && draft.channels.getAsLong() % groups != 0) {
            draft.mismatch(
                    draft.place("groups"),
                    "groups = %s of %s does not divide the %s channels of its input %s; use a divisor"
                            .formatted(
                                    groups,
                                    draft.name(),
                                    draft.channels.getAsLong(),
                                    draft.assembly.name(draft.sources.get(0))));
        }
    }

    /** {@code @Slice}. */
    static void slice(Draft draft) {
        long begin = draft.attributes.number("begin", 0);
        long end = draft.attributes.number("end", 1);
        boolean unknown = draft.attributes.isUnstated("begin") || draft.attributes.isUnstated("end");
        if (draft.attributes.areValid() && !unknown && begin >= end) {
            draft.attributes.invalid(
                    "end",
                    -1,
                    "end of %s is %s, not above its begin %s; keep at least one channel"
                            .formatted(draft.name(), end, begin));
        }
        if (!draft.attributes.areValid()) {
            return;
        }
        pointwise(draft);
        if (unknown) {
            draft.channels = OptionalLong.empty();
            return;
        }
        draft.report.put("begin", begin);
        draft.report.put("end", end);
        OptionalLong channels = draft.channels;
        draft.channels = OptionalLong.of(end - begin);
        if (channels.isPresent() && end > channels.getAsLong()) {
            draft.mismatch(
                    draft.place("end"),
                    "end = %s of %s exceeds the %s channels of its input %s"
                            .formatted(
                                    end,
                                    draft.name(),
                                    channels.getAsLong(),
                                    draft.assembly.name(draft.sources.get(0))));
        }
    }

    /** {@code @Linear}. */
    static void linear(Draft draft) {
        long out = draft.attributes.number("out", 1);
        if (!draft.attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        for (int axis = 0; axis < draft.axes(); axis++) {
            steps.add(new Step.Whole());
            draft.extent(new OutputExtent.Fixed(1));
        }
        draft.read(steps);
        boolean unknown = draft.attributes.isUnstated("out");
        if (!unknown) {
            draft.channels = OptionalLong.of(out);
            draft.report.put("out", out);
        }
        draft.report.put("bias", draft.attributes.flag("bias"));
        OptionalLong positions = Convolutions.product(draft.input().extents());
        draft.parameters = OptionalLong.empty();
        draft.macs = OptionalLong.empty();
        if (positions.isPresent() && draft.inputChannels().isPresent() && !unknown) {
            long in = Math.multiplyExact(
                    positions.getAsLong(), draft.inputChannels().getAsLong());
            long weights = Math.multiplyExact(in, out);
            draft.macs = OptionalLong.of(weights);
            draft.parameters = OptionalLong.of(Math.addExact(weights, draft.attributes.flag("bias") ? out : 0));
        }
    }

    /** {@code @Pad} and {@code @Crop}. */
    static void border(Draft draft, int sign) {
        long[][] amounts = draft.attributes.amounts("padding", draft.axes());
        if (!draft.attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < draft.axes(); axis++) {
            long begin = amounts[axis][0];
            long end = amounts[axis][1];
            steps.add(new Step.Window(1, 1, 1, sign * begin, sign * end, 0));
            draft.extent(new OutputExtent.Scaled(draft.sources.get(0), 1, sign * (begin + end)));
            begins.add(begin);
            ends.add(end);
        }
        begins.addAll(ends);
        draft.read(steps);
        draft.channels = draft.inputChannels();
        draft.report.put("padding", begins);
    }
}
