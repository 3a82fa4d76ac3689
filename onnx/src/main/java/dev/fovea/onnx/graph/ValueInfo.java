package dev.fovea.onnx.graph;

import java.util.List;
import java.util.Optional;

/**
 * What a file says of a tensor's shape.
 *
 * @param dims extents as the file states them; empty if it does not state even their number
 */
public record ValueInfo(String name, Optional<List<Dim>> dims) {
    /**
     * An extent.
     *
     * @param value the number, or -1 where the file leaves it open
     * @param symbol the name of an open extent; may be empty
     */
    public record Dim(long value, String symbol) {
        /** True if the file states the number. */
        public boolean isKnown() {
            return value >= 0;
        }
    }
}
