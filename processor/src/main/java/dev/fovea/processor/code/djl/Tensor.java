package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An array that a layer computes, as it is passed from block to block. */
final class Tensor implements Foreign {
    static final String NAME = "ai.djl.ndarray.NDArray";

    /** The dimension that holds the channels. */
    static final List<Integer> CHANNELS = List.of(Dim.CHANNELS);

    private static final List<List<Integer>> VECTOR = List.of(List.of(Dim.BATCH), CHANNELS);

    private final Tracer tracer;
    private final Node node;
    private final List<List<Integer>> order;
    private final @Nullable Unknown why;

    /** Whether it is units of layers after all, only in another arrangement than a map's: what detectors return. */
    private final boolean isGathered;

    private Tensor(Tracer tracer, Node node, List<List<Integer>> order, @Nullable Unknown why, boolean isGathered) {
        this.tracer = tracer;
        this.node = node;
        this.order = List.copyOf(order);
        this.why = why;
        this.isGathered = isGathered;
    }

    /** The feature map of a layer. */
    static Tensor map(Tracer tracer, Node node) {
        return new Tensor(tracer, node, plain(tracer), null, false);
    }

    private static List<List<Integer>> plain(Tracer tracer) {
        return IntStream.range(0, tracer.axes() + 2).mapToObj(List::of).toList();
    }

    /** What a layer computes, one number per channel: the extents of its map are 1. */
    static Tensor vector(Tracer tracer, Node node) {
        return new Tensor(tracer, node, VECTOR, null, false);
    }

    /** Something that is not a feature map. */
    static Tensor other(Tracer tracer, Node node, Unknown why) {
        return new Tensor(tracer, node, List.of(), why, false);
    }

    /** Units of layers in an arrangement that is no map's. */
    Tensor gathered(Unknown reason) {
        return new Tensor(tracer, node, List.of(), isFollowed() ? reason : why(), true);
    }

    /** The same units in other dimensions. */
    Tensor arranged(List<List<Integer>> dimensions) {
        return new Tensor(tracer, node, dimensions, why, isGathered);
    }

    /** What another layer computes, its units in the dimensions of this one. */
    Tensor like(Node other) {
        return new Tensor(tracer, other, order, why, isGathered);
    }

    /** The same units with one dimension for all but the batch. */
    Tensor flattened() {
        return isFollowed() && order.size() > 2
                ? arranged(List.of(order.get(0), joined(order.subList(1, order.size()))))
                : this;
    }

    /** The axes of several dimensions. */
    static List<Integer> joined(List<List<Integer>> dimensions) {
        return dimensions.stream().flatMap(Collection::stream).toList();
    }

    /** The same units with dimensions swapped: dimension i of the result is dimension {@code dimensions[i]} of this one. */
    Tensor permuted(List<Integer> dimensions) {
        List<List<Integer>> result = new ArrayList<>();
        dimensions.forEach(dimension -> result.add(order.get(dimension)));
        return arranged(result);
    }

    Tracer tracer() {
        return tracer;
    }

    Node node() {
        return node;
    }

    /**
     * The axes of its layer's map in each of its dimensions: 0 for the batch, 1 for the channels, then the map's. Axes that
     * are left out have an extent of 1.
     */
    List<List<Integer>> order() {
        return order;
    }

    /** The axes of a dimension; none where there is no such dimension. */
    List<Integer> axes(@Nullable Long dimension) {
        return dimension != null && dimension >= 0 && dimension < order.size()
                ? order.get(dimension.intValue())
                : List.of();
    }

    /** False for what is not a feature map, since no layer describes it. */
    boolean isFollowed() {
        return why == null;
    }

    /** True for units of layers, whether arranged as a map or not. */
    boolean isUnits() {
        return isFollowed() || isGathered;
    }

    /** Why it is not a feature map. */
    Unknown why() {
        return Objects.requireNonNull(why);
    }

    /** True for a map that layers with a window can read. */
    boolean isMap() {
        return order.equals(plain(tracer));
    }

    /** True for one number per channel. */
    boolean isVector() {
        return order.equals(VECTOR);
    }

    /** True for one dimension with all of a map's units, in whatever order. */
    boolean isFlattened() {
        return order.size() == 2
                && order.get(1).size() == tracer.axes() + 1
                && !order.get(1).contains(Dim.BATCH);
    }

    /** True for the positions of a map in a row, with their channels side by side. */
    boolean isTokens() {
        List<Integer> positions = joined(plain(tracer).subList(2, tracer.axes() + 2));
        return order.equals(List.of(List.of(Dim.BATCH), positions, CHANNELS));
    }

    /** True if all extents are known to be 1. */
    boolean isPoint() {
        return IntStream.range(2, tracer.axes() + 2)
                .allMatch(axis -> Long.valueOf(1).equals(size(axis)));
    }

    /** True if the units of both stand in the same places, so that each has a counterpart. */
    boolean isAlike(Tensor other) {
        return isFollowed()
                && order.equals(other.order)
                && order.stream()
                        .filter(dimension -> dimension.size() > 1)
                        .flatMap(Collection::stream)
                        .allMatch(axis -> axis == Dim.BATCH
                                || size(axis) != null && size(axis).equals(other.size(axis)));
    }

    /** Size of an axis of the layer's map, where it is known. */
    @Nullable
    Long size(int axis) {
        return axis == Dim.BATCH || !isFollowed() ? null : tracer.shapes().size(node, axis);
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
