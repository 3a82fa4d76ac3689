package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block without blocks: one of the library's layers. */
final class Leaf extends Block {
    private final Map<String, Argument> settings;

    /** The layer from its first run: when it runs again it has the same weights. */
    @Nullable
    Node first;

    /** @param settings what its builder was told, by method */
    Leaf(String type, Map<String, Argument> settings, Invocation invocation) {
        super(type, invocation);
        this.settings = Map.copyOf(settings);
    }

    Map<String, Argument> settings() {
        return settings;
    }

    /** Whether keys, queries and values are the same array. */
    private static boolean isOne(TensorList inputs) {
        return inputs.get(0) instanceof Tensor first
                && inputs.stream()
                        .allMatch(input -> input instanceof Tensor other
                                && other.node() == first.node()
                                && other.order().equals(first.order()));
    }

    @Override
    TensorList forward(TensorList inputs, Tracer tracer, Invocation invocation) {
        if (typeName().endsWith("AttentionBlock") && inputs.size() == 3 && isOne(inputs)) {
            return new TensorList(List.of(Leaves.run(this, tracer.tensor(inputs.get(0), List.of()), tracer)));
        }
        if (inputs.size() > 1 && typeName().endsWith("AttentionBlock")) {
            return tracer.unread(
                    new Unknown("no single annotation expresses attention over several arrays or with a mask", code()),
                    inputs);
        }
        return new TensorList(List.of(Leaves.run(this, tracer.only(inputs, invocation), tracer)));
    }
}
