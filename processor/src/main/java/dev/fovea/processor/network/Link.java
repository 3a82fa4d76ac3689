package dev.fovea.processor.network;

import java.util.List;

/**
 * An edge of the network.
 *
 * @param source index of the layer read, or {@link Network#INPUT}
 * @param steps per axis, how it is read
 */
public record Link(int source, List<Step> steps) {
    public Link {
        steps = List.copyOf(steps);
    }
}
