package dev.fovea.onnx.read;

import dev.fovea.onnx.fold.Constant;
import dev.fovea.onnx.fold.Folding;
import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.view.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node with what its inputs are.
 *
 * @param inputs null where an optional one is left out
 */
record Call(Node node, List<@Nullable Value> inputs) {
    int count() {
        return inputs.size();
    }

    /** The view that an operator works on. */
    View view(int index) {
        if (index < inputs.size() && inputs.get(index) instanceof Value.Shown shown) {
            return shown.view();
        }
        throw new NotRead("its input %s is not a feature map".formatted(index));
    }

    boolean isView(int index) {
        return index < inputs.size() && inputs.get(index) instanceof Value.Shown;
    }

    boolean isConstant(int index) {
        return index < inputs.size() && inputs.get(index) instanceof Value.Known;
    }

    /** A constant input, if there is one. */
    Optional<Constant> constant(int index) {
        return index < inputs.size() && inputs.get(index) instanceof Value.Known known
                ? Optional.of(known.constant())
                : Optional.empty();
    }

    boolean has(int index) {
        return index < inputs.size() && inputs.get(index) != null;
    }

    /** Whole numbers from an input or, in older files, from an attribute; empty where neither is there. */
    Optional<List<Long>> numbers(int index, String attribute) {
        if (!has(index)) {
            return node.attribute(attribute).map(found -> found.numbers());
        }
        Optional<List<Long>> wholes = constant(index).flatMap(Constant::wholes);
        if (wholes.isEmpty()) {
            throw new NotRead("its input %s is computed from the data, or too large to follow".formatted(index));
        }
        return wholes;
    }

    /** The axes of an operator, counted from 0; empty where it names none. */
    Optional<List<Integer>> axes(int index, int rank) {
        if (!has(index) && node.attribute("axes").isEmpty()) {
            return Optional.empty();
        }
        @Nullable Constant constant = constant(index).orElse(null);
        Optional<List<Integer>> axes = Folding.axes(node, constant, rank);
        if (axes.isEmpty()) {
            throw new NotRead("its axes are not known");
        }
        return axes;
    }

    /** The attribute {@code axis}, counted from 0. */
    int axis(long fallback, int rank) {
        long axis = node.number("axis", fallback);
        long counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted > rank) {
            throw new NotRead("its axis %s is not one of %s".formatted(axis, rank));
        }
        return (int) counted;
    }

    /** Extents of a weight. */
    List<Num> weight(int index) {
        return constant(index)
                .flatMap(Constant::dims)
                .orElseThrow(() -> new NotRead("its weights depend on the data, or their extents are not known"));
    }
}
