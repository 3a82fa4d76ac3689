package dev.fovea.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What it takes to feed the network sample by sample along one axis. All figures are empty where no tile is exact.
 *
 * <p>A unit stands for the last sample of its stride window, sample ⌈(u + 1) · jump⌉ − 1.
 *
 * @param past samples before a unit's own that it reads; negative where it reads later ones only
 * @param lookahead samples after a unit's own that it reads; 0 = it can be computed when its own samples are in, negative =
 *     earlier
 * @param latency samples that must have come in, from the unit's first one on and that included, until it can be computed
 * @param buffers by layer, {@code <input>} among them, the units that must be kept after a sample, at most; layers of which
 *     none is kept are left out
 * @param state the values that must be kept: the sum of channels · units; empty where a number of channels is unknown
 */
public record StreamPlan(
        OptionalLong past,
        OptionalLong lookahead,
        OptionalLong latency,
        Map<String, Long> buffers,
        OptionalLong state) {
    /** No stream. */
    public static final StreamPlan NONE = new StreamPlan(
            OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Map.of(), OptionalLong.empty());

    /** Copies the map, in its order. */
    public StreamPlan {
        Copies.notNull(past, lookahead, latency, state);
        buffers = Collections.unmodifiableMap(new LinkedHashMap<>(buffers));
    }

    /**
     * The plan in words.
     *
     * @return for instance {@code 1024 past, 0 look-ahead, latency 1, state of 65472 values}
     */
    @Override
    public String toString() {
        return latency.isEmpty()
                ? "?"
                : Cells.known(past) + " past, " + Cells.known(lookahead) + " look-ahead, latency "
                        + Cells.known(latency) + ", state of " + Cells.known(state) + " values";
    }
}
