package dev.fovea.processor.code.graph;

import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layers of a network in the order in which they are computed. */
public final class Graph {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Conv", "conv"),
            Map.entry("Dilated", "conv"),
            Map.entry("TransposedConv", "deconv"),
            Map.entry("Pool", "pool"),
            Map.entry("GlobalPool", "pool"),
            Map.entry("Normalize", "norm"),
            Map.entry("Activate", "activation"));

    /** The most layers that a network may have when it is expanded. */
    private static final int MOST_LAYERS = 100_000;

    private final Scope root = Scope.root();
    private final Node input;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> outputs = new ArrayList<>();
    private final List<Unknown> unread = new ArrayList<>();
    private Scope scope = root;

    /** @param code what builds the network */
    public Graph(Code code) {
        input = new Node("", Scope.root(), dev.fovea.Network.INPUT, true, code, List.of());
    }

    /** What stands for the network's input. */
    public Node input() {
        return input;
    }

    /** The layers so far. */
    public List<Node> nodes() {
        return nodes;
    }

    /** True if there are more layers than any network may have, so that no more need be found. */
    public boolean isFull() {
        return nodes.size() > MOST_LAYERS;
    }

    /** The layers whose maps are the network's results. */
    public List<Node> outputs() {
        return outputs;
    }

    /** What could not be read, each once. */
    public List<Unknown> unread() {
        return unread;
    }

    /** Builds something inside a part of the network. */
    @FunctionalInterface
    public interface Part<T> {
        /** Builds it. */
        T build();
    }

    /**
     * Builds a part whose layers' names begin with its own.
     *
     * @param name null for a part without a name
     */
    public <T> T inside(@Nullable String name, Part<T> part) {
        if (name == null) {
            return part.build();
        }
        Scope around = scope;
        scope = around.inner(name);
        try {
            return part.build();
        } finally {
            scope = around;
        }
    }

    /**
     * Adds a layer.
     *
     * @param name as the code gives it; null to number it by its operation
     */
    public Node add(String annotation, @Nullable String name, Code code, List<Node> inputs) {
        String own = name == null ? operation(annotation) : name;
        Node node = new Node(annotation, scope, own, name != null, code, inputs);
        nodes.add(node);
        return node;
    }

    /** Adds a layer of which nothing is known. */
    public Node addUnread(@Nullable String name, Unknown why, List<Node> inputs) {
        Node node = add("Unread", name, why.at(), inputs).unread(why);
        note(why);
        return node;
    }

    /** Notes what could not be read; the same piece of code once. */
    public void note(Unknown why) {
        if (unread.stream().noneMatch(known -> known.at().tree() == why.at().tree())) {
            unread.add(why);
        }
    }

    /** Whether a layer may use the weights of another. */
    public static boolean canShare(Node node) {
        return new DeclarationFactory().attributes(node.annotation()).containsKey("shared");
    }

    private static String operation(String annotation) {
        return WORDS.getOrDefault(annotation, Character.toLowerCase(annotation.charAt(0)) + annotation.substring(1));
    }
}
