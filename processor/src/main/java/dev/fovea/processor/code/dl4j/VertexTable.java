package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.code.graph.Shapes;
import java.util.List;

/** What a graph has between layers, in the terms of the annotations. */
final class VertexTable {
    private VertexTable() {}

    /** What a vertex computes. */
    static ComputedMap run(Graph graph, Shapes shapes, String name, VertexSpec vertex, List<ComputedMap> inputs) {
        List<Node> nodes = inputs.stream().map(ComputedMap::node).toList();
        boolean isVector = inputs.get(0).isVector();
        boolean isAlike = inputs.stream().allMatch(input -> input.isVector() == isVector);
        String kind = vertex.kind();
        boolean isOne = inputs.size() == 1;
        boolean isMerge =
                kind.equals("MergeVertex") && vertex.arguments().isEmpty() || kind.equals("ElementWiseVertex");
        if (isMerge && isOne || isOne && (kind.equals("ScaleVertex") || kind.equals("ShiftVertex"))) {
            return inputs.get(0);
        }
        if (isMerge && isAlike) {
            String annotation = annotation(vertex);
            if (!annotation.isEmpty()) {
                return new ComputedMap(graph.add(annotation, name, vertex.code(), nodes), isVector);
            }
        }
        if (kind.equals("L2NormalizeVertex") && isVector && isOne) {
            return inputs.get(0);
        }
        if (kind.equals("PoolHelperVertex") && isOne && !isVector && shapes.axes() == 2) {
            Node node = graph.add("Crop", name, vertex.code(), nodes)
                    .with("padding", List.of(1L, 1L, 0L, 0L), vertex.code());
            return new ComputedMap(node, false);
        }
        // The library miscounts the channels of maps, so that what follows does not fit.
        if (kind.equals("SubsetVertex")
                && isOne
                && isVector
                && vertex.arguments().size() == 2) {
            Long from = Values.number(vertex.arguments().get(0).value());
            Long to = Values.number(vertex.arguments().get(1).value());
            if (from != null && to != null) {
                Node node = graph.add("Slice", name, vertex.code(), nodes)
                        .with("begin", from, vertex.arguments().get(0).code())
                        .with("end", to + 1, vertex.arguments().get(1).code());
                return new ComputedMap(node, isVector);
            }
        }
        Unknown why = new Unknown("what this %s computes is not known to Fovea".formatted(kind), vertex.code());
        return new ComputedMap(graph.addUnread(name, why, nodes), isVector);
    }

    private static String annotation(VertexSpec vertex) {
        if (vertex.kind().equals("MergeVertex")) {
            return "Concat";
        }
        return vertex.arguments().isEmpty()
                ? ""
                : switch (EnumConstant.nameOf(vertex.arguments().get(0).value())) {
                    case "Add", "Subtract", "Average", "Max" -> "Add";
                    case "Product" -> "Multiply";
                    default -> "";
                };
    }
}
