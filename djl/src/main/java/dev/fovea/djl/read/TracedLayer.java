package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layer as the trace has it.
 *
 * @param name path of the block
 * @param annotation simple name of the layer annotation that says the same; of an unread block, the name of its class
 * @param stated the annotation's attributes, but for {@code from}
 * @param from indices of the layers read; -1 is the input
 * @param shape batch, channels, extents
 * @param constants numbers that the annotation has no attribute for: epsilon, momentum, slope
 * @param parameters the layer's parameters, in the block's order
 * @param isRead false for a block that stopped the reading
 */
public record TracedLayer(
        String name,
        String annotation,
        Map<String, Object> stated,
        List<Integer> from,
        Shape shape,
        Map<String, Double> constants,
        List<Parameter> parameters,
        boolean isRead) {
    private static final Set<String> SHARING =
            Set.of("Attention", "TokenMixing", "Conv", "Dilated", "TransposedConv", "Linear", "Normalize");

    /** Copies the collections. */
    public TracedLayer {
        stated = Map.copyOf(stated);
        from = List.copyOf(from);
        constants = Map.copyOf(constants);
        parameters = List.copyOf(parameters);
    }

    /** True for a convolution with some of the weights of an attention: one of its projections. */
    boolean isProjectionOf(TracedLayer other) {
        return annotation.equals("Conv")
                && other.annotation.equals("Attention")
                && other.parameters.containsAll(parameters);
    }

    /**
     * True if two uses of the same weights can be expressed: their annotation has the attribute, and all others are
     * equal.
     */
    boolean isLike(TracedLayer other) {
        Map<String, Object> own = new HashMap<>(stated);
        Map<String, Object> others = new HashMap<>(other.stated);
        own.remove(Trace.SHARED);
        others.remove(Trace.SHARED);
        return SHARING.contains(annotation)
                && annotation.equals(other.annotation)
                && own.equals(others)
                && parameters.equals(other.parameters)
                && constants.equals(other.constants);
    }
}
