package dev.fovea.core.tiles;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A layer of one axis as its definition has it, to be executed in integers.
 *
 * @param kind simple name of the annotation; {@code To} for an upsampling to another layer's extent
 * @param from maps read, 0 = the input
 * @param begin padding, or what is padded or cropped
 * @param extra output padding, or the factor of upsampling, or the map whose extent is taken
 * @param padding {@code ""}, {@code SAME} or {@code CAUSAL}
 * @param linear whether upsampling interpolates
 */
record ExactLayer(
        String kind,
        List<Integer> from,
        int kernel,
        int stride,
        int rate,
        int begin,
        int end,
        int extra,
        boolean ceil,
        String padding,
        boolean linear) {
    static final long PRIME = (1L << 31) - 1;

    boolean isWindow() {
        return kind.equals("Conv") || kind.equals("Dilated") || kind.equals("Pool");
    }

    int reach() {
        return (kernel - 1) * rate;
    }

    /** Padding before and after an input of this extent. */
    int[] pads(int in) {
        if (padding.equals("SAME")) {
            int units = (in + stride - 1) / stride;
            int total = Math.max(0, (units - 1) * stride + reach() + 1 - in);
            return new int[] {total / 2, total - total / 2};
        }
        return padding.equals("CAUSAL") ? new int[] {reach(), 0} : new int[] {begin, end};
    }

    /** The number of units, counted one by one; 0 where there is none. */
    int extent(int[] extents) {
        int in = extents[from.get(0)];
        if (isWindow()) {
            int[] pads = pads(in);
            int units = 0;
            while (ceil && !padding.equals("SAME")
                    ? fitsPartly(units, in, pads)
                    : units * stride + reach() < in + pads[0] + pads[1]) {
                units++;
            }
            return units;
        }
        return switch (kind) {
            case "TransposedConv" -> (in - 1) * stride - begin - end + reach() + extra + 1;
            case "Upsample", "PixelShuffle" -> in * extra;
            case "To" -> extents[extra];
            case "Pad" -> in + begin + end;
            case "Crop" -> in - begin - end;
            default -> in;
        };
    }

    /** Rounded up: a window may stick out by less than a stride, but it begins in the input or its begin padding. */
    private boolean fitsPartly(int unit, int in, int[] pads) {
        return unit * stride + reach() + 1 - (in + pads[0] + pads[1]) < stride && unit * stride < in + pads[0];
    }

    /**
     * Positions read of input {@code index} by a unit, and with which weight; positions beyond the input are among them.
     *
     * @param in extent of what is read
     */
    long[][] reads(int index, int unit, int in, int out) {
        if (isWindow()) {
            int[] pads = pads(in);
            long[][] taps = new long[kernel][];
            for (int tap = 0; tap < kernel; tap++) {
                taps[tap] = new long[] {(long) unit * stride - pads[0] + (long) tap * rate, weight(tap)};
            }
            return taps;
        }
        switch (kind) {
            case "TransposedConv" -> {
                return IntStream.range(0, kernel)
                        .filter(tap -> Math.floorMod(unit + begin - tap * rate, stride) == 0)
                        .mapToObj(tap -> new long[] {Math.floorDiv(unit + begin - tap * rate, stride), weight(tap)})
                        .toArray(long[][]::new);
            }
            case "Upsample", "To", "PixelShuffle" -> {
                int common = BigInteger.valueOf(in).gcd(BigInteger.valueOf(out)).intValue();
                int numerator = kind.equals("To") ? in / common : 1;
                int denominator = kind.equals("To") ? out / common : extra;
                if (!linear) {
                    return new long[][] {{Math.floorDiv(unit * numerator, denominator), 1}};
                }
                // Centres: (unit + 1/2) · in / out - 1/2, in units of 1 / (2 · out).
                int place = (2 * unit + 1) * numerator - denominator;
                int whole = Math.floorDiv(place, 2 * denominator);
                int part = Math.floorMod(place, 2 * denominator);
                return part == 0
                        ? new long[][] {{whole, 2L * denominator}}
                        : new long[][] {{whole, 2L * denominator - part}, {whole + 1L, part}};
            }
            case "Pad" -> {
                return new long[][] {{unit - begin, 1}};
            }
            case "Crop" -> {
                return new long[][] {{unit + begin, 1}};
            }
            default -> {
                return new long[][] {{unit, index + 1L}};
            }
        }
    }

    private long weight(int tap) {
        return new Random(31L * kind.hashCode() + 7L * from.get(0) + tap).nextInt(1000) + 1L;
    }

    /** What a unit is worth even if it reads nothing. */
    long bias() {
        return isWindow() || kind.equals("TransposedConv") ? 17 + from.get(0) : 0;
    }
}
