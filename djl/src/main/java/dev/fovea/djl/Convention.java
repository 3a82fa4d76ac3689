package dev.fovea.djl;

import dev.fovea.report.LayerReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where ReLU is applied: a convention, since the annotations do not say.
 *
 * <p>It follows convolutions, normalisations, linear layers and sums, unless nothing reads them (the network's outputs) or
 * all that reads them adds, multiplies or normalises, which is then what ReLU, or nothing, follows. Projections stay
 * linear. A network with another choice adapts this class; fields, shapes and parameters do not depend on it.
 */
final class Convention {
    private static final Set<String> ACTIVATED =
            Set.of("Conv", "Dilated", "TransposedConv", "Normalize", "Linear", "Add", "Residual");

    private static final Set<String> JOINING = Set.of("Add", "Residual", "Multiply", "Normalize");

    private final Map<String, Set<String>> readers = new HashMap<>();

    Convention(List<LayerReport> layers) {
        for (LayerReport layer : layers) {
            layer.from().forEach(name -> readers.computeIfAbsent(name, key -> new HashSet<>())
                    .add(layer.op()));
        }
    }

    /** Whether ReLU follows a layer. */
    boolean follow(LayerReport layer) {
        Set<String> by = readers.getOrDefault(layer.name(), Set.of());
        boolean sum = layer.op().equals("Add") || layer.op().equals("Residual");
        return ACTIVATED.contains(layer.op()) && !by.isEmpty() && (sum || !JOINING.containsAll(by));
    }
}
