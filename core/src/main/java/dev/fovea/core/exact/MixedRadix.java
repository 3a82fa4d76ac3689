package dev.fovea.core.exact;

/** The places of a box, numbered from 0 on; the last axis runs fastest. */
public final class MixedRadix {
    private final int[] sizes;

    /** Per axis, the places that differ along the axes behind it only; behind the first axis, those of the whole box. */
    private final int[] behind;

    /**
     * A box.
     *
     * @param sizes number of places along each axis
     * @throws ArithmeticException where the box has more places than fit in {@code int}
     */
    public MixedRadix(int... sizes) {
        this.sizes = sizes.clone();
        this.behind = new int[sizes.length + 1];
        int places = 1;
        for (int axis = sizes.length; axis >= 0; axis--) {
            behind[axis] = places;
            places = axis == 0 ? places : Math.multiplyExact(places, sizes[axis - 1]);
        }
    }

    /** True if a box of these sizes has no more places than {@code most}. */
    public static boolean fits(long most, int... sizes) {
        long places = 1;
        for (int size : sizes) {
            if (size > 0 && places > most / size) {
                return false;
            }
            places *= size;
        }
        return true;
    }

    /** Number of places. */
    public int count() {
        return behind[0];
    }

    /** Where along an axis a place lies. */
    public int digit(int place, int axis) {
        return place / behind[axis + 1] % sizes[axis];
    }

    /** Where along all axes a place lies. */
    public int[] digits(int place) {
        int[] digits = new int[sizes.length];
        for (int axis = 0; axis < digits.length; axis++) {
            digits[axis] = digit(place, axis);
        }
        return digits;
    }

    /** How far the number of a place grows with one step along an axis. */
    public int weight(int axis) {
        return behind[axis + 1];
    }
}
