package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An array that a layer computes, as it is passed from block to block. */
final class Tensor implements Foreign {
    static final String NAME = "ai.djl.ndarray.NDArray";

    private final Tracer tracer;
    private final Node node;
    private final Layout layout;
    private final List<Integer> order;
    private final @Nullable Unknown why;

    private Tensor(Tracer tracer, Node node, Layout layout, List<Integer> order, @Nullable Unknown why) {
        this.tracer = tracer;
        this.node = node;
        this.layout = layout;
        this.order = order;
        this.why = why;
    }

    /** The feature map of a layer. */
    static Tensor map(Tracer tracer, Node node) {
        List<Integer> order = IntStream.range(0, tracer.axes() + 2).boxed().toList();
        return new Tensor(tracer, node, Layout.MAP, order, null);
    }

    /** What a layer computes, one number per channel. */
    static Tensor vector(Tracer tracer, Node node) {
        return new Tensor(tracer, node, Layout.VECTOR, List.of(Dim.BATCH, Dim.CHANNELS), null);
    }

    /** Something that is no feature map. */
    static Tensor other(Tracer tracer, Node node, Unknown why) {
        return new Tensor(tracer, node, Layout.OTHER, List.of(), why);
    }

    /** The same map with channels and extents as one axis. */
    Tensor flattened() {
        return layout == Layout.MAP && isOrdered()
                ? new Tensor(tracer, node, Layout.FLATTENED, List.of(Dim.BATCH, Dim.CHANNELS), null)
                : this;
    }

    /** The same map with its axes in another order: axis i of the result is axis {@code axes[i]} of this one. */
    Tensor ordered(List<Integer> axes) {
        List<Integer> result = new ArrayList<>();
        for (int axis : axes) {
            result.add(order.get(axis));
        }
        return new Tensor(tracer, node, Layout.MAP, result, null);
    }

    Tracer tracer() {
        return tracer;
    }

    Node node() {
        return node;
    }

    Layout layout() {
        return layout;
    }

    /** The axes: 0 for the batch, 1 for the channels, then the map's. */
    List<Integer> order() {
        return order;
    }

    /** Why it is no feature map. */
    Unknown why() {
        return Objects.requireNonNull(why);
    }

    /** True if the axes are in the order that layers expect. */
    boolean isOrdered() {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i) != i) {
                return false;
            }
        }
        return true;
    }

    /** True for a map that layers can read. */
    boolean isMap() {
        return layout == Layout.MAP && isOrdered();
    }

    /** True if it has the axes and the extents of another by the same layer. */
    boolean isLike(Tensor other) {
        return node == other.node && layout == other.layout;
    }

    /** Size of an axis of the layer's map, where it is known. */
    @Nullable
    Long size(int axis) {
        return axis == Dim.BATCH || layout == Layout.OTHER || layout == Layout.FLATTENED
                ? null
                : tracer.shapes().size(node, axis);
    }

    @Override
    public String typeName() {
        return NAME;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return TensorMethods.call(this, invocation);
    }
}
