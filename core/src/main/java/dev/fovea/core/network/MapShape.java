package dev.fovea.core.network;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The shape of a feature map.
 *
 * @param channels number of channels, if known
 * @param extents one per axis
 */
public record MapShape(OptionalLong channels, List<Extent> extents) {
    public MapShape {
        extents = List.copyOf(extents);
    }

    /** True if every extent is known. */
    public boolean isKnown() {
        for (Extent extent : extents) {
            if (!extent.isKnown()) {
                return false;
            }
        }
        return true;
    }

    /** True if the map is a single unit. */
    public boolean isPoint() {
        for (Extent extent : extents) {
            if (!extent.isKnown() || extent.value() != 1) {
                return false;
            }
        }
        return true;
    }

    /** The shape as authors write it, {@code 64x56x56}; unknown numbers are {@code ?}. */
    @Override
    public String toString() {
        return (channels.isPresent() ? channels.getAsLong() : "?")
                + extents.stream().map(Extent::toString).collect(Collectors.joining("x", "x", ""));
    }
}
