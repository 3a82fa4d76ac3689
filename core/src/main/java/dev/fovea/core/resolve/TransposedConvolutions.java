package dev.fovea.core.resolve;

import dev.fovea.Padding;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;

/** The geometry of {@code @TransposedConv} (Dumoulin &amp; Visin 2016, section 4). */
final class TransposedConvolutions {
    private TransposedConvolutions() {}

    static void build(Draft draft) {
        Attributes attributes = draft.attributes;
        int axes = draft.axes();
        long[] kernel = attributes.perAxis("kernel", axes, 1);
        long[] stride = attributes.perAxis("stride", axes, 1);
        long[] rate = attributes.perAxis("rate", axes, 1);
        long[] extra = attributes.perAxis("outputPadding", axes, 0);
        long constant = Windows.constant(attributes);
        boolean same = constant == Padding.SAME;
        if (constant == Padding.CAUSAL) {
            attributes.invalid(
                    "padding",
                    -1,
                    "padding of %s is Padding.CAUSAL, which would make a transposed convolution read ahead; remove units at the end, padding = {0, ...}"
                            .formatted(draft.name()));
        }
        long[][] amounts = constant == 0 ? attributes.amounts("padding", axes) : new long[axes][2];
        for (int axis = 0; attributes.areValid() && axis < axes; axis++) {
            checkExtra(draft, axis, extra[axis], Math.max(stride[axis], rate[axis]), same);
        }
        Convolutions.weights(draft, kernel, () -> {
            List<Step> steps = new ArrayList<>();
            List<Long> begins = new ArrayList<>();
            List<Long> ends = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                long reach = Math.multiplyExact(kernel[axis] - 1, rate[axis]);
                long surplus = Math.max(0, reach + 1 - stride[axis]);
                if (same) {
                    extra[axis] = Math.max(0, stride[axis] - reach - 1);
                }
                long begin = same ? surplus / 2 : amounts[axis][0];
                long end = same ? surplus - surplus / 2 : amounts[axis][1];
                long more = same ? 0 : reach + 1 + extra[axis] - stride[axis] - begin - end;
                draft.extent(new OutputExtent.Scaled(draft.sources.get(0), stride[axis], more));
                steps.add(new Step.Transposed(kernel[axis], stride[axis], rate[axis], begin, end));
                begins.add(begin);
                ends.add(end);
            }
            begins.addAll(ends);
            draft.padding = same ? PaddingMode.SAME : PaddingMode.EXPLICIT;
            draft.read(steps);
            draft.report.put("kernel", Windows.boxed(kernel));
            draft.report.put("stride", Windows.boxed(stride));
            draft.report.put("padding", begins);
            draft.report.put("rate", Windows.boxed(rate));
            draft.report.put("outputPadding", Windows.boxed(extra));
        });
    }

    private static void checkExtra(Draft draft, int axis, long extra, long bound, boolean same) {
        if (same && extra > 0) {
            draft.attributes.invalid(
                    "outputPadding",
                    axis,
                    "outputPadding of %s is %s beside Padding.SAME, which fixes the extent already; remove one"
                            .formatted(draft.name(), extra));
        } else if (extra > 0 && extra >= bound) {
            draft.attributes.invalid(
                    "outputPadding",
                    axis,
                    "outputPadding of %s is %s; it must be less than the stride or the rate, %s"
                            .formatted(draft.name(), extra, bound));
        }
    }
}
