package dev.fovea.core.resolve;

import dev.fovea.Padding;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The geometry of convolution and pooling: kernel, stride, rate and padding become one step and one extent per axis.
 */
final class Windows {
    private final LayerBuilder builder;
    private final long[] kernel;
    private final long[] stride;
    private final long[] rate;
    private final long padding;
    private final long[][] amounts;
    private final boolean ceil;

    private Windows(LayerBuilder builder, long[] kernel, long[] stride, long[] rate, boolean ceil) {
        this.builder = builder;
        this.kernel = kernel;
        this.stride = stride;
        this.rate = rate;
        this.ceil = ceil;
        this.padding = constant(builder.attributes);
        this.amounts =
                padding == 0 ? builder.attributes.amounts("padding", builder.axes()) : new long[builder.axes()][2];
    }

    /** Reads kernel, stride and padding; the rate where there is one. */
    static Windows of(LayerBuilder builder, boolean ceil) {
        Attributes attributes = builder.attributes;
        int axes = builder.axes();
        long[] kernel = attributes.perAxis("kernel", axes, 1);
        boolean pools = attributes.has("ceilMode");
        long[] stride =
                pools && attributes.numbers("stride").isEmpty() ? kernel : attributes.perAxis("stride", axes, 1);
        long[] rate = attributes.has("rate") ? attributes.perAxis("rate", axes, 1) : ones(axes);
        return new Windows(builder, kernel, stride, rate, ceil);
    }

    /** {@code Padding.SAME} or {@code Padding.CAUSAL} where it stands alone, else 0. */
    static long constant(Attributes attributes) {
        List<Long> entries = attributes.numbers("padding");
        boolean named = entries.size() == 1 && (entries.get(0) == Padding.SAME || entries.get(0) == Padding.CAUSAL);
        return named ? entries.get(0) : 0;
    }

    static long[] ones(int axes) {
        long[] ones = new long[axes];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Kernel size per axis. */
    long[] kernel() {
        return kernel;
    }

    /** Gives the builder its steps, extents and reported geometry. */
    void apply() {
        List<Step> steps = new ArrayList<>();
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        boolean padded = true;
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent in = builder.input().extents().get(axis);
            long reach = Math.multiplyExact(kernel[axis] - 1, rate[axis]);
            if (padding == Padding.SAME) {
                padded &= same(axis, in, reach, steps, begins, ends);
            } else {
                long begin = padding == Padding.CAUSAL ? reach : amounts[axis][0];
                long end = padding == Padding.CAUSAL ? 0 : amounts[axis][1];
                add(steps, window(axis, begin, end, 0), ceil ? OutputExtent.Fit.UP : OutputExtent.Fit.DOWN);
                begins.add(begin);
                ends.add(end);
            }
        }
        builder.padding = padding == Padding.SAME
                ? PaddingMode.SAME
                : padding == Padding.CAUSAL ? PaddingMode.CAUSAL : PaddingMode.EXPLICIT;
        builder.read(steps);
        builder.report.put("kernel", boxed(kernel));
        builder.report.put("stride", boxed(stride));
        begins.addAll(ends);
        if (padded) {
            builder.report.put("padding", begins);
        }
        builder.report.put("rate", boxed(rate));
        PaddingFill.apply(builder, begins);
    }

    private Step.Window window(int axis, long begin, long end, int unknownBegin) {
        return new Step.Window(kernel[axis], stride[axis], rate[axis], begin, end, unknownBegin);
    }

    private void add(List<Step> steps, Step.Window window, OutputExtent.Fit fit) {
        steps.add(window);
        builder.extent(new OutputExtent.Windowed(builder.sources.get(0), window, fit));
    }

    /**
     * SAME: a total of {@code max(0, (ceil(H/s) - 1)·s + reach + 1 - H)}, the odd unit at the end. With unknown H only
     * H modulo s matters; where that leaves the begin open, it is an unknown number.
     *
     * @return false if the padding is unknown
     */
    private boolean same(int axis, Extent in, long reach, List<Step> steps, List<Long> begins, List<Long> ends) {
        long s = stride[axis];
        long mostCovered = in.isKnown() ? Math.floorMod(in.value() - 1, s) + 1 : s;
        long leastCovered = in.isKnown() ? mostCovered : 1;
        long least = Math.max(0, reach + 1 - mostCovered);
        long most = Math.max(0, reach + 1 - leastCovered);
        boolean known = least / 2 == most / 2;
        int unknown = known ? 0 : builder.assembly.extents().symbol("begin", axis, in, reach, s);
        Step.Window window = known ? window(axis, least / 2, least - least / 2, 0) : window(axis, 0, 0, unknown);
        add(steps, window, OutputExtent.Fit.SAME);
        begins.add(least / 2);
        ends.add(least - least / 2);
        return least == most;
    }

    static List<Long> boxed(long[] values) {
        List<Long> result = new ArrayList<>();
        for (long value : values) {
            result.add(value);
        }
        return result;
    }
}
