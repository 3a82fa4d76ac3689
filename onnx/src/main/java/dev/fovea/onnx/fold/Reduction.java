package dev.fovea.onnx.fold;

import dev.fovea.onnx.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operators that make one number of many, along some axes or all. */
final class Reduction {
    private Reduction() {}

    /** How two numbers become one; empty where the result cannot be known. */
    interface Sum {
        Optional<Num> apply(Num left, Num right);
    }

    /** Over all elements; over some axes only the extents are known. */
    static Constant of(Constant value, Constant shaped, Num neutral, Sum operator) {
        if (shaped.dims().isEmpty()
                || value.data().isEmpty()
                || !Constant.product(shaped.dims().get()).is(1)) {
            return shaped;
        }
        Num total = neutral;
        for (Num element : value.data().get()) {
            Optional<Num> next = operator.apply(total, element);
            if (next.isEmpty()) {
                return shaped;
            }
            total = next.get();
        }
        return Constant.of(shaped.dims().get(), List.of(total), value.integers());
    }

    /** The extents that are left. */
    static Constant shape(Node node, Constant value, @Nullable Constant stated) {
        List<Num> dims = new ArrayList<>(value.dims().orElseThrow());
        List<Integer> axes = Folding.axes(node, stated, dims.size()).orElseThrow();
        boolean keeps = node.number("keepdims", 1) == 1;
        for (int axis = dims.size() - 1; axis >= 0; axis--) {
            if (axes.isEmpty() || axes.contains(axis)) {
                if (keeps) {
                    dims.set(axis, Num.ONE);
                } else {
                    dims.remove(axis);
                }
            }
        }
        return Constant.shaped(dims, value.integers());
    }
}
