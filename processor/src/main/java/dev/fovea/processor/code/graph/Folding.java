package dev.fovea.processor.code.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes normalisations and activations part of the layer before them, as annotations have them.
 *
 * <p>It does so only where nothing else reads that layer.
 */
public final class Folding {
    private static final Set<String> NORMALISED = Set.of("Conv", "Dilated", "DeformableConv", "TransposedConv");
    private static final Set<String> ACTIVATED = Set.of(
            "Conv", "Dilated", "DeformableConv", "TransposedConv", "Add", "Normalize", "Linear", "SqueezeExcite");

    private final Map<Node, Integer> readers = new HashMap<>();
    private final Map<Node, Node> replaced = new HashMap<>();

    private Folding() {}

    /** The layers that remain, in order. */
    public static List<Node> of(Graph graph) {
        return new Folding().run(graph);
    }

    private List<Node> run(Graph graph) {
        List<Node> nodes = graph.nodes();
        graph.outputs().forEach(output -> readers.merge(output, 1, Integer::sum));
        for (Node node : nodes) {
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
            if (node.to != null) {
                readers.merge(node.to, 1, Integer::sum);
            }
        }
        List<Node> kept = new ArrayList<>();
        for (Node node : nodes) {
            node.inputs().replaceAll(input -> replaced.getOrDefault(input, input));
            if (node.to != null) {
                node.to = replaced.getOrDefault(node.to, node.to);
            }
            if (!isFolded(node)) {
                kept.add(node);
            }
        }
        return kept;
    }

    private boolean isFolded(Node node) {
        String attribute = node.annotation().equals("Normalize")
                ? "norm"
                : node.annotation().equals("Activate") ? "activation" : "";
        if (attribute.isEmpty() || node.unread != null) {
            return false;
        }
        Node before = node.inputs().get(0);
        Node last = before.folded.isEmpty() ? before : before.folded.get(before.folded.size() - 1);
        boolean takes = attribute.equals("norm")
                ? NORMALISED.contains(before.annotation()) && before.folded.isEmpty()
                : ACTIVATED.contains(before.annotation()) && !before.stated.containsKey("activation");
        boolean isAlike = before.unread == null
                && readers.getOrDefault(last, 0) == 1
                && (attribute.equals("activation") || (before.shared == null) == (node.shared == null));
        if (!takes || !isAlike || node.stated.containsKey("activation")) {
            return false;
        }
        before.with(attribute, Objects.requireNonNull(node.stated.get("value")), node.code());
        before.folded.add(node);
        replaced.put(node, before);
        return true;
    }
}
