package dev.fovea.core.network;

import java.util.OptionalLong;

/**
 * Number of units of a map along an axis: a known number, or an unknown one plus a known difference.
 *
 * @param symbol 0 = known; else which unknown number
 * @param value the extent, or what is added to the unknown number
 */
public record Extent(int symbol, long value) {
    /** A known extent. */
    public static Extent of(long value) {
        return new Extent(0, value);
    }

    /** Written out, because what a record generates takes a compiler milliseconds to link. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Extent that && symbol == that.symbol && value == that.value;
    }

    @Override
    public int hashCode() {
        return 31 * symbol + Long.hashCode(value);
    }

    /** True if the number is known. */
    public boolean isKnown() {
        return symbol == 0;
    }

    /** The number, if known. */
    public OptionalLong known() {
        return isKnown() ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** The number; {@code ?} or {@code ?-2} where it is unknown. */
    @Override
    public String toString() {
        if (isKnown()) {
            return Long.toString(value);
        }
        return value == 0 ? "?" : value > 0 ? "?+" + value : "?" + value;
    }
}
