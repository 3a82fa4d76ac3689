package dev.fovea.core.tiles;

import java.util.Arrays;

/** Whether a network leaves out nothing at the end of its input, by comparing what windows read of it and of a longer one. */
final class Losslessness {
    private Losslessness() {}

    /** Every position that a window would read of a longer input is read of this one. */
    static boolean of(ExactNetwork exact, int[] extents) {
        for (int i = 0; i < exact.layers().size(); i++) {
            ExactLayer layer = exact.layers().get(i);
            if (layer.isWindow()) {
                int in = extents[layer.from().get(0)];
                int longer = in + layer.stride() * (layer.kernel() * layer.rate() + 8);
                int[] others = new int[extents.length];
                others[layer.from().get(0)] = longer;
                boolean[] read = new boolean[longer + 20];
                boolean[] more = new boolean[longer + 20];
                mark(layer, in, extents[i + 1], in, read);
                mark(layer, longer, layer.extent(others), in, more);
                // Where the first windows reach beyond the end, a longer input shows no pattern yet.
                if (in > 3 * layer.reach() + 3 && !Arrays.equals(read, more)) {
                    return false;
                }
                if (in <= 3 * layer.reach() + 3) {
                    int shift = layer.stride() * (3 * layer.reach() + 4);
                    int[] far = new int[extents.length];
                    far[layer.from().get(0)] = in + shift;
                    if (!isLossless(layer, in + shift, layer.extent(far))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isLossless(ExactLayer layer, int in, int out) {
        int longer = in + layer.stride() * (layer.kernel() * layer.rate() + 8);
        int[] others = new int[layer.from().get(0) + 1];
        others[layer.from().get(0)] = longer;
        boolean[] read = new boolean[longer + 20];
        boolean[] more = new boolean[longer + 20];
        mark(layer, in, out, in, read);
        mark(layer, longer, layer.extent(others), in, more);
        return Arrays.equals(read, more);
    }

    private static void mark(ExactLayer layer, int in, int out, int bound, boolean[] read) {
        for (int unit = 0; unit < out; unit++) {
            for (long[] tap : layer.taps(unit, in)) {
                if (tap[0] >= 0 && tap[0] < bound) {
                    read[(int) tap[0]] = true;
                }
            }
        }
    }
}
