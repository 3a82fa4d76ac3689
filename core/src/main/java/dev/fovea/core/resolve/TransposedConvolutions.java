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

    static void build(LayerBuilder builder) {
        Attributes attributes = builder.attributes;
        int axes = builder.axes();
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
                    "padding of %s is Padding.CAUSAL, which would make a transposed convolution read ahead; cut the end instead, with padding = {0, ...}"
                            .formatted(builder.name()));
        }
        long[][] amounts = constant == 0 ? attributes.amounts("padding", axes) : new long[axes][2];
        for (int axis = 0; attributes.areValid() && axis < axes; axis++) {
            checkExtra(builder, axis, extra[axis], Math.max(stride[axis], rate[axis]), same);
        }
        Convolutions.weights(builder, kernel, () -> {
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
                builder.extent(new OutputExtent.Scaled(builder.sources.get(0), stride[axis], more));
                steps.add(new Step.Transposed(kernel[axis], stride[axis], rate[axis], begin, end));
                begins.add(begin);
                ends.add(end);
            }
            begins.addAll(ends);
            builder.padding = same ? PaddingMode.SAME : PaddingMode.EXPLICIT;
            builder.read(steps);
            builder.report.put("kernel", Windows.boxed(kernel));
            builder.report.put("stride", Windows.boxed(stride));
            builder.report.put("padding", begins);
            builder.report.put("rate", Windows.boxed(rate));
            builder.report.put("outputPadding", Windows.boxed(extra));
        });
    }

    private static void checkExtra(LayerBuilder builder, int axis, long extra, long bound, boolean same) {
        if (same && extra > 0) {
            builder.attributes.invalid(
                    "outputPadding",
                    axis,
                    "outputPadding of %s is %s beside Padding.SAME, which fixes the extent already; remove one"
                            .formatted(builder.name(), extra));
        } else if (extra >= bound) {
            builder.attributes.invalid(
                    "outputPadding",
                    axis,
                    "outputPadding of %s is %s; it must be less than the stride or the rate, %s"
                            .formatted(builder.name(), extra, bound));
        }
    }
}
