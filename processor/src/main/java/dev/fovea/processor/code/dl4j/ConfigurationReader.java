package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts a configuration's parts together, each after what it reads. */
final class ConfigurationReader {
    private final Graph graph;
    private final Shapes shapes;
    private final Map<String, ComputedMap> outputs = new HashMap<>();

    ConfigurationReader(Graph graph, Shapes shapes) {
        this.graph = graph;
        this.shapes = shapes;
    }

    /** Adds the layers of a configuration to the graph. */
    void add(NetworkConfiguration configuration, boolean isVector) {
        outputs.put(configuration.inputs().get(0), new ComputedMap(graph.input(), isVector));
        List<ConfigurationPart> waiting = new ArrayList<>(configuration.parts());
        while (!waiting.isEmpty()) {
            int before = waiting.size();
            for (ConfigurationPart part : List.copyOf(waiting)) {
                if (outputs.keySet().containsAll(part.inputs())
                        && !part.inputs().isEmpty()) {
                    outputs.put(part.name(), output(part));
                    waiting.remove(part);
                }
            }
            if (waiting.size() == before) {
                ConfigurationPart first = waiting.get(0);
                Unknown why = new Unknown(
                        "%s reads %s, which this code does not declare".formatted(first.name(), first.inputs()),
                        first.code());
                graph.addUnread(first.name(), why, List.of(graph.input()));
                return;
            }
        }
        for (String name : configuration.outputs()) {
            ComputedMap output = outputs.get(name);
            if (output != null) {
                graph.outputs().add(output.node());
            }
        }
    }

    private ComputedMap output(ConfigurationPart part) {
        List<ComputedMap> inputs = new ArrayList<>();
        part.inputs().forEach(name -> inputs.add(Objects.requireNonNull(outputs.get(name))));
        if (part.what() instanceof VertexSpec vertex) {
            return VertexTable.run(graph, shapes, part.name(), vertex, inputs);
        }
        // A layer that names several inputs reads them joined.
        ComputedMap input = inputs.size() == 1
                ? inputs.get(0)
                : VertexTable.run(
                        graph,
                        shapes,
                        part.name() + "-merge",
                        new VertexSpec("MergeVertex", List.of(), part.code()),
                        inputs);
        boolean isMap = !input.isVector();
        boolean isImage = isMap && input.node().isInput() && shapes.axes() == 2;
        boolean isPlain = part.processor() == null
                || part.processor() instanceof ProcessorSpec spec && spec.isPlain(isMap && shapes.axes() == 1, isImage);
        if (part.what() instanceof LayerSpec layer && isPlain) {
            return new LayerTable(graph, shapes, part.name(), layer, part.defaults(), input).run();
        }
        Unknown why = part.what() instanceof Unknown unknown
                ? unknown
                : new Unknown(
                        isPlain
                                ? "this kind of layer is not followed"
                                : "what changes the input of this layer is not followed",
                        part.code());
        return new ComputedMap(graph.addUnread(part.name(), why, List.of(input.node())), input.isVector());
    }
}
