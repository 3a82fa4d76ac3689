package dev.fovea.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One layer's place in the spatial-scale profile: how far it sees, and how deep it lies.
 *
 * @param layer name of the layer
 * @param depth layers on the longest path from the input to this one, which counts too
 * @param size the field's size in input pixels, per axis; the input's extent where the layer reads the whole input;
 *     empty where unknown
 * @param effective width of the effective field in input pixels, per axis; empty where not computed
 * @param endpoint the name under which the layer is an output of the network, if it is one
 */
public record ProfilePoint(
        String layer, int depth, List<OptionalLong> size, List<OptionalLong> effective, Optional<String> endpoint) {
    /** Copies the lists. */
    public ProfilePoint {
        Copies.notNull(layer, endpoint);
        size = List.copyOf(size);
        effective = List.copyOf(effective);
    }

    static List<ProfilePoint> of(List<LayerReport> layers) {
        Map<String, Integer> depths = new HashMap<>();
        List<ProfilePoint> points = new ArrayList<>();
        for (LayerReport layer : layers) {
            int below = layer.from().stream()
                    .mapToInt(name -> depths.getOrDefault(name, 0))
                    .max()
                    .orElse(0);
            depths.put(layer.name(), below + 1);
            points.add(new ProfilePoint(
                    layer.name(),
                    below + 1,
                    layer.field().stream().map(AxisField::size).toList(),
                    layer.field().stream().map(AxisField::erfWidth).toList(),
                    layer.endpoint()));
        }
        return List.copyOf(points);
    }
}
