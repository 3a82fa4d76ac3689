package dev.fovea.core.exact;

/** What a layer reads along an axis: positions {@code step} apart, from 0 to {@code reach}. */
public interface Taps {
    /** Distance between neighbouring taps. */
    long step();

    /** Distance from the first tap to the last. */
    long reach();
}
