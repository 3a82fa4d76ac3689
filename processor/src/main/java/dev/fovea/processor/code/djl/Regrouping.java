package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the axes of a map are spread over other dimensions, where none of these cuts through an axis. */
final class Regrouping {
    private static final long REST = -1;

    private final Tensor array;
    private final List<Integer> axes;
    private int first;
    private int last;

    private Regrouping(Tensor array) {
        this.array = array;
        this.axes = Tensor.joined(array.order());
        this.last = axes.size();
    }

    /**
     * The axes in each dimension; null where that is not known.
     *
     * @param sizes numbers, one of them perhaps -1 for what is left, or symbols
     */
    static @Nullable List<List<Integer>> of(Tensor array, List<@Nullable Object> sizes) {
        return new Regrouping(array).of(sizes);
    }

    private @Nullable List<List<Integer>> of(List<@Nullable Object> sizes) {
        List<List<Integer>> before = new ArrayList<>();
        List<List<Integer>> after = new ArrayList<>();
        int rest = 0;
        while (rest < sizes.size() && !isRest(sizes.get(rest))) {
            List<Integer> taken = taken(sizes.get(rest++), true);
            before.add(taken);
            first += taken.size();
        }
        for (int i = sizes.size() - 1; i > rest; i--) {
            List<Integer> taken = taken(sizes.get(i), false);
            after.add(0, taken);
            last -= taken.size();
        }
        boolean hasRest = rest < sizes.size();
        if (hasRest ? first >= last : first != last) {
            return null;
        }
        if (hasRest) {
            before.add(axes.subList(first, last));
        }
        before.addAll(after);
        return before.stream().anyMatch(List::isEmpty) ? null : before;
    }

    private static boolean isRest(@Nullable Object size) {
        return Long.valueOf(REST).equals(Values.number(size));
    }

    /** The next axes, from the front or from the back, that have this size together; none where that is not known. */
    private List<Integer> taken(@Nullable Object size, boolean fromFront) {
        for (int count = 1; count <= last - first; count++) {
            List<Integer> next = fromFront ? axes.subList(first, first + count) : axes.subList(last - count, last);
            Long product = new Dim(array, next, 1).value();
            boolean isIt = size instanceof Dim dim && dim.isOf(array.node(), next)
                    || product != null && product.equals(Values.number(size));
            if (isIt) {
                return next;
            }
        }
        return Collections.emptyList();
    }
}
