package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Graph;
import dev.fovea.processor.code.graph.Node;
import dev.fovea.processor.code.graph.Shapes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's layers that run over a sequence, and what is put around them. */
final class RecurrentLayers {
    /** The axis of the sequence, after batch and channels. */
    private static final int TIME = 2;

    private static final List<String> CELLS = List.of("LSTM", "GravesLSTM", "SimpleRnn");

    /** Annotations that join the two directions as the library's mode does. */
    private static final Map<String, String> JOINS = Map.of("ADD", "Add", "AVERAGE", "Add", "MUL", "Multiply");

    private final Graph graph;
    private final Shapes shapes;
    private final String name;
    private final LayerSpec layer;
    private final ComputedMap input;

    RecurrentLayers(Graph graph, Shapes shapes, String name, LayerSpec layer, ComputedMap input) {
        this.graph = graph;
        this.shapes = shapes;
        this.name = name;
        this.layer = layer;
        this.input = input;
    }

    /** What the layer computes. */
    ComputedMap run() {
        if (shapes.axes() != 1 || input.isVector()) {
            return unread(
                    layer,
                    "%s reads a sequence, which its input is not; state one with InputType.recurrent or @Input(axes = 1)"
                            .formatted(layer.kind()));
        }
        return run(layer);
    }

    private ComputedMap run(LayerSpec spec) {
        return switch (spec.kind()) {
            case "LSTM", "GravesLSTM", "SimpleRnn" -> sequence(recurrence(spec, name, false));
            // Its directions are added.
            case "GravesBidirectionalLSTM" -> joined(spec, "Add");
            case "Bidirectional" -> bidirectional(spec);
            case "LastTimeStep" -> last(spec);
            default -> unread(spec, "%s is not a layer that runs over a sequence".formatted(spec.kind()));
        };
    }

    private ComputedMap unread(LayerSpec spec, String why) {
        return new ComputedMap(
                graph.addUnread(name, new Unknown(why, spec.code()), List.of(input.node())), input.isVector());
    }

    private static ComputedMap sequence(Node node) {
        return new ComputedMap(node, false);
    }

    private Node recurrence(LayerSpec spec, String own, boolean isBoth) {
        Node node = graph.add("Recurrent", own, spec.code(), List.of(input.node()));
        BuilderSettings settings = new BuilderSettings(spec, node);
        settings.required("units", "nOut");
        node.with("axis", 0L, null).with("bidirectional", isBoth, null);
        return LayerTable.finished(node, settings, graph);
    }

    /** One recurrence from each end, joined unit by unit. */
    private ComputedMap joined(LayerSpec spec, String annotation) {
        return sequence(graph.inside(name, () -> {
            List<Node> both = List.of(recurrence(spec, "forward", false), recurrence(spec, "backward", false));
            return graph.add(annotation, "sum", layer.code(), both);
        }));
    }

    private ComputedMap bidirectional(LayerSpec spec) {
        LayerSpec inner = inner(spec);
        Argument stated = spec.setting("mode");
        String mode = stated == null ? "CONCAT" : EnumConstant.nameOf(stated.value());
        if (inner == null || !CELLS.contains(inner.kind())) {
            return unread(spec, "what runs over the sequence in both directions is not known to Fovea");
        }
        if (mode.equals("CONCAT")) {
            return sequence(recurrence(inner, name, true));
        }
        String annotation = JOINS.get(mode);
        return annotation == null
                ? unread(spec, "how the two directions are joined is known only at run time")
                : joined(inner, annotation);
    }

    /** The last position of a recurrence, which depends on all of its input, as each does. */
    private ComputedMap last(LayerSpec spec) {
        LayerSpec inner = inner(spec);
        if (inner == null || !CELLS.contains(inner.kind()) && !inner.kind().contains("Bidirectional")) {
            return unread(spec, "the last step of a layer that is not recurrent is not followed");
        }
        Node all = run(inner).node();
        Long length = shapes.size(all, TIME);
        if (all.unread() != null || Long.valueOf(1).equals(length)) {
            return new ComputedMap(all, true);
        }
        // For an unknown length the cut is unknown too; a pool over all positions has the same field and shape.
        Node last = length == null
                ? graph.add("GlobalPool", null, spec.code(), List.of(all)).with("type", "AVERAGE", null)
                : graph.add("Crop", null, spec.code(), List.of(all)).with("padding", List.of(length - 1, 0L), null);
        return new ComputedMap(last, true);
    }

    private static @Nullable LayerSpec inner(LayerSpec spec) {
        Argument inner = spec.setting("layer");
        return inner != null && inner.value() instanceof LayerSpec found ? found : null;
    }
}
