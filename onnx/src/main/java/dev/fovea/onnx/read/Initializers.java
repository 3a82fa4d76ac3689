package dev.fovea.onnx.read;

import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.graph.Tensor;
import dev.fovea.onnx.sketch.Item;
import dev.fovea.onnx.sketch.Weights;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tensors hold the weights of a layer: layers that read the same ones share them. */
final class Initializers {
    /** Operators that write the same weights in another type or form. */
    private static final Set<String> FORMS = Set.of(
            "Cast", "QuantizeLinear", "DequantizeLinear", "Unsqueeze", "Squeeze", "Reshape", "Flatten", "Transpose");

    /** Operators that become layers with the weights that they read. */
    private static final Set<String> WEIGHED = Set.of(
            "Conv",
            "ConvTranspose",
            "DeformConv",
            "Gemm",
            "MatMul",
            "BatchNormalization",
            "InstanceNormalization",
            "LayerNormalization",
            "GroupNormalization");

    /** Operators whose results are drawn at random. */
    private static final Set<String> RANDOM = Set.of(
            "RandomNormal", "RandomUniform", "RandomNormalLike", "RandomUniformLike", "Multinomial", "Bernoulli");

    private final Map<String, Held> tensors = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    /** Under which name weights are known, and whether the file has their elements. */
    private record Held(String name, boolean isStored) {}

    void add(Tensor tensor) {
        tensors.put(tensor.name(), new Held(tensor.name(), tensor.isStored()));
    }

    /** A tensor that is constant for the network, but no parameter: another input of the graph, or what is made of it. */
    void give(String name) {
        given.add(name);
    }

    boolean isGiven(String name) {
        return given.contains(name);
    }

    /** Weights of a layer must be stored in the file. */
    void requireStored(Node node) {
        if (WEIGHED.contains(node.type()) && node.inputs().stream().anyMatch(given::contains)) {
            throw new NotRead("its weights come from another input of the graph, or are drawn at random");
        }
    }

    /**
     * What a node makes of constants; exporters write parameters of equal values as identities of one of them.
     *
     * @return whether it has weights, but works on what is given beside the network's input
     */
    boolean copy(Node node) {
        if (RANDOM.contains(node.type()) || node.inputs().stream().anyMatch(given::contains)) {
            given.addAll(node.outputs());
            return WEIGHED.contains(node.type());
        }
        @Nullable Held held = tensors.get(node.input(0));
        String output = node.outputs().get(0);
        if (held != null && FORMS.contains(node.type())) {
            tensors.put(output, held);
        } else if (held != null && node.type().equals("Identity")) {
            tensors.put(output, new Held(output, held.isStored()));
        }
        return false;
    }

    /** Tells the layer that a node has become which tensors it reads. */
    void state(Call call, List<Item> added) {
        Node node = call.node();
        if (!WEIGHED.contains(node.type()) || added.isEmpty()) {
            return;
        }
        Item item = added.get(added.size() - 1);
        if (item.has("value", "GROUP") && node.type().equals("InstanceNormalization")) {
            // Ones and zeros; the weights of the channels follow.
            return;
        }
        Weights weights = Weights.NONE;
        for (int input = 0; input < node.inputs().size(); input++) {
            weights = call.isConstant(input) ? weights.and(of(node, input)) : weights;
        }
        item.withWeights(weights);
    }

    /** The tensor that a node reads. */
    Weights of(Node node, int input) {
        String name = node.input(input);
        Held held = tensors.getOrDefault(name, new Held(name, name.isEmpty()));
        return new Weights(List.of(held.name()), held.isStored());
    }
}
