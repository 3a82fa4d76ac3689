package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Instance;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.code.graph.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows an array through blocks and notes the layers that it passes. */
final class Tracer {
    private final Graph graph;
    private final Shapes shapes;
    private @Nullable String pending;

    Tracer(Graph graph, Shapes shapes) {
        this.graph = graph;
        this.shapes = shapes;
    }

    int axes() {
        return shapes.axes();
    }

    Shapes shapes() {
        return shapes;
    }

    Graph graph() {
        return graph;
    }

    /** A call of {@code forward} in the source. */
    static Object forward(Object block, Invocation invocation) {
        for (Argument argument : invocation.arguments()) {
            if (argument.value() instanceof TensorList list) {
                for (Object array : list) {
                    if (array instanceof Tensor tensor) {
                        return tensor.tracer().run(block, list, invocation);
                    }
                }
            }
        }
        return invocation.unknown("what is passed to forward is known only at run time");
    }

    /** What a block computes; an unknown layer where that cannot be read. */
    TensorList run(Object child, TensorList inputs, Invocation invocation) {
        if (graph.isFull()) {
            // Without descending: blocks that hold others twice, and these again, would take forever.
            return inputs;
        }
        Block block = Block.of(child);
        if (block == null) {
            return unread(
                    child instanceof Unknown unknown ? unknown : invocation.unknown("this block is not followed"),
                    inputs);
        }
        String name = block.name() == null && !block.isNetwork() && child instanceof Instance instance
                ? decapitalized(instance.typeName())
                : block.name();
        try {
            if (block instanceof Leaf || block instanceof LambdaBlock) {
                pending = name;
                return block.forward(inputs, this, invocation);
            }
            return graph.inside(name, () -> inside(child, block, inputs, invocation));
        } catch (NotReadException stopped) {
            return unread(stopped.unknown(), inputs);
        } finally {
            pending = null;
        }
    }

    private TensorList inside(Object child, Block block, TensorList inputs, Invocation invocation) {
        if (child instanceof Instance instance) {
            List<Argument> arguments = new ArrayList<>();
            Unknown given = new Unknown("a run gives it", block.code());
            for (Object value : Arrays.asList(given, new TensorList(inputs), Boolean.FALSE, null)) {
                arguments.add(new Argument(value, block.code()));
            }
            Object result = invocation
                    .interpreter()
                    .call(
                            instance,
                            new Invocation("forwardInternal", arguments, block.code(), invocation.interpreter()));
            if (result != Invocation.NONE) {
                return list(result, inputs, block.code());
            }
        }
        return block.forward(inputs, this, invocation);
    }

    private static String decapitalized(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }

    /** What a function or a method of the source returned as a list of arrays. */
    TensorList list(@Nullable Object result, TensorList inputs, Code code) {
        if (result instanceof TensorList list) {
            return list;
        }
        if (result instanceof Tensor tensor) {
            return new TensorList(List.of(tensor));
        }
        return unread(
                result instanceof Unknown unknown
                        ? unknown
                        : new Unknown("what this computes is known only at run time", code),
                inputs);
    }

    /** Puts an unknown layer in the place of what cannot be read. */
    TensorList unread(Unknown why, TensorList inputs) {
        List<Node> nodes = new ArrayList<>();
        for (Object array : inputs) {
            if (array instanceof Tensor tensor) {
                nodes.add(tensor.node());
            }
        }
        return new TensorList(List.of(unread(why, nodes)));
    }

    Tensor unread(Unknown why, List<Node> inputs) {
        List<Node> read = inputs.isEmpty() ? List.of(graph.input()) : inputs;
        return Tensor.map(this, graph.addUnread(takeName(), why, read.subList(0, 1)));
    }

    /** The only array of a list. */
    Tensor only(TensorList inputs, Invocation invocation) {
        return tensor(inputs.only(invocation), List.of());
    }

    /** An array, possibly that of an unknown layer. */
    Tensor tensor(@Nullable Object value, List<Node> inputs) {
        if (value instanceof Tensor tensor) {
            return tensor;
        }
        if (value instanceof Unknown unknown) {
            return unread(unknown, inputs);
        }
        throw new NotReadException(
                new Unknown("this array is null", graph.input().code()));
    }

    /**
     * Adds a layer.
     *
     * @param name null where the code gives none
     */
    Node add(String annotation, @Nullable String name, Code code, List<Node> inputs) {
        String given = takeName();
        return graph.add(annotation, name == null ? given : name, code, inputs);
    }

    private @Nullable String takeName() {
        String name = pending;
        pending = null;
        return name;
    }
}
