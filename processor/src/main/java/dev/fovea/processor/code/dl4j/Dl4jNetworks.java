package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Vocabulary;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Shapes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The networks that configurations of Deeplearning4j declare. */
public final class Dl4jNetworks {
    private Dl4jNetworks() {}

    /** Whether a value is a finished configuration. */
    public static boolean isConfiguration(@Nullable Object value) {
        return value instanceof NetworkConfiguration;
    }

    /** What the library's classes mean. */
    public static Vocabulary vocabulary() {
        return new Dl4jVocabulary();
    }

    /**
     * Attributes of {@code @Input}, as the configuration has them where the annotation leaves them open.
     *
     * @param stated as the annotation says
     */
    public static Map<String, Object> input(@Nullable Object configuration, Map<String, Object> stated) {
        return configuration instanceof NetworkConfiguration known
                        && known.kind() instanceof InputKind kind
                        && !kind.contradicts(stated)
                ? kind.attributes()
                : stated;
    }

    /**
     * The layers of a configuration.
     *
     * @param input attributes of {@code @Input}
     * @param code the method that builds it
     */
    public static Graph read(Object configuration, Map<String, Object> input, Code code) {
        Graph graph = new Graph(code);
        NetworkConfiguration known = (NetworkConfiguration) configuration;
        if (known.inputs().size() != 1) {
            return nothing(graph, new Unknown("a network has one input here, but this one has another number", code));
        }
        if (known.kind() instanceof Unknown unknown) {
            return nothing(graph, unknown);
        }
        boolean isKnown = known.kind() instanceof InputKind;
        if (isKnown && ((InputKind) known.kind()).contradicts(input)) {
            return nothing(
                    graph,
                    new Unknown(
                            "the type of input that this code states is not that of @Input; leave it out there", code));
        }
        boolean isVector = known.kind() instanceof InputKind kind && kind.isVector();
        new ConfigurationReader(graph, new Shapes(graph, input)).add(known, isVector);
        return graph;
    }

    private static Graph nothing(Graph graph, Unknown why) {
        graph.addUnread("network", why, List.of(graph.input()));
        return graph;
    }
}
