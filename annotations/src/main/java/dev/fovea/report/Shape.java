package dev.fovea.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * The shape of a feature map.
 *
 * @param channels number of channels; empty where unknown
 * @param size extent in units per axis; an entry is empty where unknown
 */
public record Shape(OptionalLong channels, List<OptionalLong> size) {
    /** Copies the list. */
    public Shape {
        Copies.notNull(channels);
        size = List.copyOf(size);
    }
}
