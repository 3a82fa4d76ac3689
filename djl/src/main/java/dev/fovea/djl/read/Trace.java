package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The layers that were noted so far, and where in the block the code is that runs. */
final class Trace {
    /** The attribute that names the layer whose weights another uses. */
    static final String SHARED = "shared";

    private final Map<Parameter, String> owners = new IdentityHashMap<>();
    private final Map<Parameter, Integer> used = new IdentityHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<TracedLayer> layers = new ArrayList<>();
    private final Map<String, String> unexpressed = new HashMap<>();
    private final Shape input;
    private String path = "";
    private boolean isLeaf;

    Trace(Block block, Shape input) {
        this.input = input;
        own(block, "");
    }

    private void own(Block block, String path) {
        block.getDirectParameters().values().forEach(parameter -> owners.putIfAbsent(parameter, path));
        for (Pair<String, Block> child : block.getChildren()) {
            own(child.getValue(), join(path, child.getKey()));
        }
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Number of the network's axes. */
    int axes() {
        return input.dimension() - 2;
    }

    List<TracedLayer> layers() {
        return layers;
    }

    /** What is done but cannot be expressed by an annotation, by the block that does it; fields do not depend on it. */
    Map<String, String> unexpressed() {
        return unexpressed;
    }

    /** The shape of a layer's map: batch, channels, extents. */
    Shape shape(int layer) {
        return layer < 0 ? input : layers.get(layer).shape();
    }

    /** The code of this block runs from now on; a leaf's one layer is called like it. */
    void enter(String block, boolean leaf) {
        path = block;
        isLeaf = leaf;
    }

    /** Notes that something is done to a map which changes its numbers only. */
    void leaveOut(String operation) {
        unexpressed.merge(path.isEmpty() ? "the block" : path, operation, (before, more) -> before + ", " + more);
    }

    /** Notes a layer. */
    Value.Units add(String annotation, Map<String, Object> stated, List<Integer> from, Shape shape) {
        return add(annotation, stated, from, shape, Map.of(), List.of());
    }

    /** Notes a layer; it is called like the block whose parameters it has. */
    Value.Units add(
            String annotation,
            Map<String, Object> stated,
            List<Integer> from,
            Shape shape,
            Map<String, Double> constants,
            List<Parameter> parameters) {
        Optional<TracedLayer> bearer = bearer(parameters);
        Map<String, Object> all = new HashMap<>(stated);
        bearer.ifPresent(layer -> all.put(SHARED, layer.name()));
        String name = unique(parameters.isEmpty() ? here(annotation) : owner(parameters, annotation));
        TracedLayer layer = new TracedLayer(name, annotation, all, from, shape, constants, parameters, true);
        if (bearer.isPresent() && !layer.isLike(bearer.get()) && !layer.isProjectionOf(bearer.get())) {
            throw twice(parameters.get(0));
        }
        parameters.forEach(parameter -> used.putIfAbsent(parameter, layers.size()));
        layers.add(layer);
        return new Value.Units(layers.size() - 1, View.of(shape));
    }

    /** The layer that used the same parameters before; there is none that used some of them only. */
    private Optional<TracedLayer> bearer(List<Parameter> parameters) {
        Optional<TracedLayer> bearer = parameters.stream()
                .map(used::get)
                .filter(Objects::nonNull)
                .map(layers::get)
                .findFirst();
        if (bearer.isPresent() && !bearer.get().parameters().containsAll(parameters)) {
            throw twice(
                    parameters.stream().filter(used::containsKey).findFirst().orElseThrow());
        }
        return bearer;
    }

    /** A layer of which another use has all the weights, and more: a projection that is not part of attention yet. */
    boolean isProjection(TracedLayer layer) {
        return layer.stated().containsKey(SHARED)
                && bearer(layer.parameters()).filter(layer::isProjectionOf).isPresent();
    }

    /** Refuses projections of an attention that ran before where they did not become attention again. */
    void requireAttention(int from) {
        for (TracedLayer layer : layers.subList(from, layers.size())) {
            if (isProjection(layer)) {
                throw twice(layer.parameters().get(0));
            }
        }
    }

    private UnreadableException twice(Parameter parameter) {
        return new UnreadableException("parameter %s of %s is used twice, by layers that cannot share it"
                .formatted(parameter.getName(), owner(parameter)));
    }

    /** Notes a block that could not be read; of its result only the shape is known, and the layout where it is that of an input. */
    Value addUnread(Block block, List<Value> inputs, Shape shape) {
        String kind = block.getClass().getSimpleName();
        Set<Integer> from = new HashSet<>();
        inputs.forEach(input -> from.addAll(Elementwise.layers(input)));
        Optional<Value.Units> alike = inputs.stream()
                .filter(input -> input.shape().equals(shape))
                .filter(Value.Units.class::isInstance)
                .map(Value.Units.class::cast)
                .findFirst();
        boolean isMap = shape.dimension() == axes() + 2 || shape.dimension() == 2;
        long[] extents = Arrays.copyOf(isMap ? shape.getShape() : input.getShape(), axes() + 2);
        Arrays.fill(extents, isMap ? shape.dimension() : 2, extents.length, 1);
        Shape map = alike.isPresent() ? shape(alike.get().layer()) : new Shape(extents);
        layers.add(new TracedLayer(
                unique(path.isEmpty() ? kind : path),
                kind,
                Map.of(),
                List.copyOf(from),
                map,
                Map.of(),
                List.of(),
                false));
        int layer = layers.size() - 1;
        if (alike.isPresent()) {
            return new Value.Units(layer, alike.get().view());
        }
        return isMap ? new Value.Units(layer, View.of(shape)) : new Value.Gathered(Set.of(layer), shape);
    }

    /** The innermost block that has all of them, in itself or in blocks inside it. */
    private String owner(List<Parameter> parameters, String annotation) {
        List<String> common = List.of(owner(parameters.get(0)).split("\\."));
        for (Parameter parameter : parameters) {
            List<String> other = List.of(owner(parameter).split("\\."));
            int length = 0;
            while (length < Math.min(common.size(), other.size())
                    && common.get(length).equals(other.get(length))) {
                length++;
            }
            common = common.subList(0, length);
        }
        return common.isEmpty() ? here(annotation) : String.join(".", common);
    }

    private String owner(Parameter parameter) {
        String owner = owners.getOrDefault(parameter, path);
        return owner.isEmpty() ? here("block") : owner;
    }

    private String here(String annotation) {
        return isLeaf
                ? path
                : join(path, annotation.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + annotation.substring(1));
    }

    private String unique(String name) {
        String unique = name;
        for (int number = 2; !names.add(unique); number++) {
            unique = name + number;
        }
        return unique;
    }

    /** Forgets the layers from an index on, whose block could not be read. */
    void forget(int from) {
        while (layers.size() > from) {
            TracedLayer last = layers.remove(layers.size() - 1);
            names.remove(last.name());
            used.values().removeIf(first -> first == layers.size());
        }
    }

    /** A layer of another's shape. */
    static Shape withChannels(Shape shape, long channels) {
        long[] result = Arrays.copyOf(shape.getShape(), shape.dimension());
        result[1] = channels;
        return new Shape(result);
    }
}
