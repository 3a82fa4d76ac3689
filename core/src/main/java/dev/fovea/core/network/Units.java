package dev.fovea.core.network;

/**
 * The units {@code first, first + distance, …} that a unit reads of its input.
 *
 * @param first the smallest unit read
 * @param distance between neighbours, at least 1
 * @param count how many; 0 = none
 */
public record Units(long first, long distance, long count) {
    /** The largest unit read, where there is one. */
    public long last() {
        return Math.addExact(first, Math.multiplyExact(count - 1, distance));
    }
}
