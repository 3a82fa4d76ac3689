package dev.fovea.processor.code.graph;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shapes of the maps so far, for code that asks for them. */
public final class Shapes {
    /** The axis of the channels. */
    public static final int CHANNELS = 1;

    private final Graph graph;
    private final Map<String, Object> input;

    /** @param input attributes of {@code @Input} */
    public Shapes(Graph graph, Map<String, Object> input) {
        this.graph = graph;
        this.input = input;
    }

    /** The axes of the map. */
    public int axes() {
        return (int) Math.max(1, Math.min(3, (Long) Objects.requireNonNull(input.get("axes"))));
    }

    /**
     * Size of an axis of a layer's map; null where it is not known.
     *
     * @param axis 1 for the channels, then the map's axes
     */
    public @Nullable Long size(Node node, int axis) {
        if (node.isInput()) {
            return declared(axis);
        }
        MapShape shape = network().layers().get(graph.nodes().indexOf(node)).shape();
        if (axis == CHANNELS) {
            return shape.channels().isPresent() ? Long.valueOf(shape.channels().getAsLong()) : null;
        }
        Extent extent = shape.extents().get(axis - 2);
        return extent.isKnown() ? Long.valueOf(extent.value()) : null;
    }

    private @Nullable Long declared(int axis) {
        List<?> sizes = (List<?>) Objects.requireNonNull(input.get("size"));
        Object size = axis == CHANNELS
                ? input.get("channels")
                : sizes.size() == 1 ? sizes.get(0) : sizes.size() == axes() ? sizes.get(axis - 2) : null;
        return size instanceof Long known && known > 0 ? known : null;
    }

    private Network network() {
        return NetworkBuilder.build(
                        new ModelDeclaration("", input, Optional.empty(), new Definition().of(graph.nodes())))
                .network();
    }
}
