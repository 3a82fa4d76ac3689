package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Vocabulary;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
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

    /** Whether a value is a finished layer. */
    public static boolean isLayer(@Nullable Object value) {
        return value instanceof LayerSpec;
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
        if (!(configuration instanceof NetworkConfiguration known)) {
            return stated;
        }
        InputKind expected = known.kind() == null && InputKind.isOpen(stated) ? ExpectedInput.of(known) : null;
        if (expected != null) {
            return expected.attributes();
        }
        return known.kind() instanceof InputKind kind && !kind.contradicts(stated) ? kind.attributes() : stated;
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
        InputKind expected = known.kind() == null ? ExpectedInput.of(known) : null;
        boolean isVector = known.kind() instanceof InputKind kind && kind.isVector()
                || expected != null
                        && expected.isVector()
                        && expected.attributes().equals(input);
        new ConfigurationReader(graph, new Shapes(graph, input)).add(known, isVector);
        return graph;
    }

    /**
     * A layer by itself. What it leaves to the configuration that it becomes part of stays open.
     *
     * @param axes of the model
     * @param isVector whether the layer reads one number per channel, not a map
     */
    public static Graph readLayer(Object layer, long axes, boolean isVector, Code code) {
        LayerSpec spec = (LayerSpec) layer;
        Graph graph = new Graph(code);
        Unknown open = new Unknown("the configuration decides", code);
        Map<String, Argument> defaults = Map.of(
                "activation",
                new Argument(open, code),
                "convolutionMode",
                new Argument(new EnumConstant("org.deeplearning4j.nn.conf.ConvolutionMode", "Truncate"), code));
        new LayerTable(
                        graph,
                        new Shapes(graph, Map.of("axes", axes, "channels", 0L, "size", List.of())),
                        "layer",
                        spec,
                        defaults,
                        new ComputedMap(graph.input(), isVector))
                .run();
        for (Node node : graph.nodes()) {
            if (spec.setting("convolutionMode") == null && node.stated().containsKey("padding")) {
                node.open().add("padding");
            }
            if (spec.kind().equals("DepthwiseConvolution2D")) {
                // They follow from the channels that it reads.
                node.open().addAll(List.of("out", "groups"));
            }
        }
        return graph;
    }

    private static Graph nothing(Graph graph, Unknown why) {
        graph.addUnread("network", why, List.of(graph.input()));
        return graph;
    }
}
