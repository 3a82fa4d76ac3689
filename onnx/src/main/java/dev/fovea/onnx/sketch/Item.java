package dev.fovea.onnx.sketch;

import dev.fovea.onnx.fold.Num;
import dev.fovea.onnx.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A layer under construction; later passes join it with others. */
public final class Item {
    /** Whether an attention reads all of its queries, keys and values, so that it can be written as one of those maps. */
    public static final String PARTS = "parts";

    private final Node node;
    private String op;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Integer> sources;
    private Num channels;
    private final List<Num> extents;
    private Weights weights = Weights.NONE;

    /**
     * A layer.
     *
     * @param op simple name of a layer annotation, or of an operation that a later pass must express
     * @param node what it comes from
     * @param sources indices of the layers it reads; -1 = the network's input
     */
    public Item(String op, Node node, List<Integer> sources, Num channels, List<Num> extents) {
        this.op = op;
        this.node = node;
        this.sources = new ArrayList<>(sources);
        this.channels = channels;
        this.extents = new ArrayList<>(extents);
    }

    public String op() {
        return op;
    }

    public Node node() {
        return node;
    }

    public Map<String, Object> values() {
        return values;
    }

    public List<Integer> sources() {
        return sources;
    }

    public Num channels() {
        return channels;
    }

    public List<Num> extents() {
        return extents;
    }

    /** The tensors that hold its weights. */
    Weights weights() {
        return weights;
    }

    /** Adds tensors that hold its weights. */
    public Item withWeights(Weights more) {
        weights = weights.and(more);
        return this;
    }

    /** States an attribute. */
    public Item with(String attribute, Object value) {
        values.put(attribute, value);
        return this;
    }

    /** Changes its operation. */
    public void become(String other) {
        op = other;
    }

    /** Changes its number of channels. */
    public void channels(Num other) {
        channels = other;
    }

    public boolean is(String operation) {
        return op.equals(operation);
    }

    /** True if the attribute has this value. */
    public boolean has(String attribute, Object value) {
        return Objects.equals(values.get(attribute), value);
    }

    @SuppressWarnings("unchecked")
    public List<Long> numbers(String attribute) {
        Object value = values.get(attribute);
        return value == null ? List.of() : (List<Long>) value;
    }

    /** True for a convolution that reads one position for each unit. */
    public boolean isPointwise() {
        return is("Conv") && all("kernel", 1) && all("stride", 1) && all("padding", 0) || is("Linear") && isPoint();
    }

    private boolean all(String attribute, long value) {
        return numbers(attribute).stream().allMatch(entry -> entry == value);
    }

    /** True if all extents are 1. */
    public boolean isPoint() {
        return extents.stream().allMatch(extent -> extent.is(1));
    }
}
