package dev.fovea.core.vectors;

import dev.fovea.Padding;
import java.util.List;

/** How many units are padded, and how many windows there are then. */
final class BrutePadding {
    private BrutePadding() {}

    static boolean isSame(Stated stated) {
        return stated.numbers("padding").equals(List.of((long) Padding.SAME));
    }

    /** Units before and after an extent of {@code in} that a window reads. */
    static long[] of(Stated stated, int axis, int axes, long in) {
        long kernel = stated.entry("kernel", axis);
        long stride = stated.numbers("stride").isEmpty() ? kernel : stated.entry("stride", axis);
        long reach = (kernel - 1) * (stated.has("rate") ? stated.entry("rate", axis) : 1);
        if (isSame(stated)) {
            long total = Math.max(0, ((in + stride - 1) / stride - 1) * stride + reach + 1 - in);
            return new long[] {total / 2, total - total / 2};
        }
        boolean causal = stated.numbers("padding").equals(List.of((long) Padding.CAUSAL));
        return causal ? new long[] {reach, 0} : amounts(stated, axis, axes);
    }

    /** Amounts in numbers: one for all, one per axis, or all begins and then all ends. */
    static long[] amounts(Stated stated, int axis, int axes) {
        List<Long> amounts = stated.numbers("padding");
        long begin = amounts.get(amounts.size() == 1 ? 0 : axis);
        return new long[] {begin, amounts.size() == 2 * axes ? amounts.get(axes + axis) : begin};
    }

    /**
     * Counts windows one by one. With {@code ceil} there is one more where the last one does not reach the end, but none
     * that starts in the end padding.
     */
    static long count(long padded, long endPadding, long kernel, long stride, long rate, boolean ceil) {
        long span = (kernel - 1) * rate + 1;
        long count = 0;
        while (count * stride + span <= padded || ceil && (count - 1) * stride + span < padded) {
            if (ceil && count * stride >= endPadding) {
                return count;
            }
            count++;
        }
        return count;
    }
}
