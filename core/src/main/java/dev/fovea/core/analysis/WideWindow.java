package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.List;
import java.util.Optional;

/**
 * What makes a window too wide for its map: that fewer than a third of its taps fall inside on average, or, where it is
 * dilated, no tap but one. Judged along each axis, and a dilated window over all axes together as well.
 */
public final class WideWindow {
    private WideWindow() {}

    /** True if a window is dilated along an axis. */
    public static boolean isDilated(Layer layer, int axis) {
        Optional<Step.Window> window = layer.step(axis).window();
        return window.isPresent() && window.get().kernel() > 1 && window.get().rate() > 1;
    }

    /** A plain window on a single unit is common and harmless, and a pool has no weights to waste. */
    public static boolean isDegenerate(Network network, Layer layer, int axis, ValidTaps.Counts along) {
        boolean large = layer.operation().isConvolution()
                && network.shape(layer.links().get(0).source())
                                .extents()
                                .get(axis)
                                .value()
                        > 1;
        return isDilated(layer, axis) ? along.isOneTap() || along.isBelow(1, 3) : large && along.isBelow(1, 3);
    }

    /** True if enough taps fall inside the map. */
    public static boolean isEnough(Network network, Layer layer, List<ValidTaps.Counts> counts) {
        boolean dilated = false;
        for (int axis = 0; axis < counts.size(); axis++) {
            dilated |= isDilated(layer, axis);
            if (isDegenerate(network, layer, axis, counts.get(axis))) {
                return false;
            }
        }
        return !dilated || !ValidTaps.together(counts).isBelow(1, 3);
    }
}
