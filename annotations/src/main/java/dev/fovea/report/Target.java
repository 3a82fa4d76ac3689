package dev.fovea.report;

import java.util.List;
import java.util.Optional;

/**
 * A layer that is read from outside, the last one or an endpoint, and how the network is fed for it.
 *
 * @param layer expanded name
 * @param endpoint the name under which it is read, if it has one
 * @param axes per axis
 */
public record Target(String layer, Optional<String> endpoint, List<TargetAxis> axes) {
    /** Copies the list. */
    public Target {
        Copies.notNull(layer, endpoint);
        axes = List.copyOf(axes);
    }
}
