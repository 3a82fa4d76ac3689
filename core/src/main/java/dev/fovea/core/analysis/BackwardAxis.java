package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.Optional;

/** An axis along which no layer pads at the end, and some pad as much as their window spans at the beginning. */
public final class BackwardAxis {
    private BackwardAxis() {}

    /** True if the padding shows that units only look back. */
    public static boolean is(Network network, int axis) {
        boolean isPadded = false;
        for (Layer layer : network.layers()) {
            Optional<Step.Window> window =
                    layer.links().size() == 1 ? layer.step(axis).window() : Optional.empty();
            if (window.isPresent() && window.get().end() > 0) {
                return false;
            }
            isPadded |= window.filter(found -> found.begin() > 0 && found.begin() == found.reach())
                    .isPresent();
        }
        return isPadded;
    }
}
