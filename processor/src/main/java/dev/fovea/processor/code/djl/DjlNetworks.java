package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Interpreter;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Vocabulary;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Shapes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The networks that code builds of Deep Java Library's blocks. */
public final class DjlNetworks {
    private DjlNetworks() {}

    /** Whether a value is a block. */
    public static boolean isBlock(@Nullable Object value) {
        return Block.of(value) != null;
    }

    /** What the library's classes mean. */
    public static Vocabulary vocabulary() {
        return new DjlVocabulary();
    }

    /**
     * The layers of a block.
     *
     * @param block what the code gives
     * @param input attributes of {@code @Input}
     * @param isFlat whether the block reads one number per channel, not a map
     * @param code the method that builds it
     * @throws NotReadException if there are too many layers
     */
    public static Graph read(
            @Nullable Object block, Map<String, Object> input, boolean isFlat, Code code, Interpreter interpreter) {
        Graph graph = new Graph(code);
        Tracer tracer = new Tracer(graph, new Shapes(graph, input));
        Block known = Block.of(block);
        if (known == null) {
            graph.addUnread(
                    "network",
                    block instanceof Unknown unknown
                            ? unknown
                            : new Unknown("this method returns a block that is not followed", code),
                    List.of(graph.input()));
            return graph;
        }
        known.nameless();
        TensorList outputs = tracer.run(
                known.self(),
                new TensorList(
                        List.of(isFlat ? Tensor.vector(tracer, graph.input()) : Tensor.map(tracer, graph.input()))),
                new Invocation("forward", List.<Argument>of(), code, interpreter));
        if (graph.isFull()) {
            throw new NotReadException(new Unknown("this builds more layers than a network may have", code));
        }
        for (Object output : outputs) {
            if (output instanceof Tensor tensor) {
                graph.outputs()
                        .add(
                                tensor.isUnits()
                                        ? tensor.node()
                                        : tracer.unread(tensor.why(), List.of(tensor.node()))
                                                .node());
            } else if (output instanceof Unknown unknown && !unknown.isHarmless()) {
                graph.outputs().add(tracer.unread(unknown, List.of()).node());
            }
        }
        return graph;
    }
}
