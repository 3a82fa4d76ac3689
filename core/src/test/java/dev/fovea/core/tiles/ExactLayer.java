package dev.fovea.core.tiles;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A layer of one axis as its definition has it, to be executed in integers.
 *
 * @param kind simple name of the annotation; {@code To} for an upsampling to another layer's extent
 * @param from maps read, 0 = the input
 * @param begin padding, or what is padded or cropped
 * @param extra output padding, or the factor of upsampling or of moving space into channels, or the map whose extent is taken
 *     or whose pool is undone, or the shift of windows, or by how far taps move, or a fixed extent, or the only extent that a
 *     linear layer or one that mixes tokens takes (0 = any)
 * @param borders what padding is filled with
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
        String borders,
        boolean linear) {
    static final long PRIME = (1L << 31) - 1;

    /** The same layer with another extra number. */
    ExactLayer with(int extra) {
        return new ExactLayer(kind, from, kernel, stride, rate, begin, end, extra, ceil, padding, borders, linear);
    }

    boolean isWindow() {
        return switch (kind) {
            case "Conv", "SeparableConv", "Dilated", "DeformableConv", "Pool" -> true;
            default -> false;
        };
    }

    /** Whether there are units enough to fill the padding with. */
    boolean fills(int in) {
        int[] pads = isWindow() ? pads(in) : new int[] {begin, end};
        int most = Math.max(pads[0], pads[1]);
        return switch (borders) {
            case "REFLECT" -> most < in;
            case "CIRCULAR" -> most <= in;
            default -> true;
        };
    }

    /** The position whose number stands at one that may lie beyond the input; -1 where there is none. */
    int filled(long position, int in) {
        if (position >= 0 && position < in) {
            return (int) position;
        }
        return switch (borders) {
            case "REFLECT" -> (int) (position < 0 ? -position : 2L * (in - 1) - position);
            case "REPLICATE" -> position < 0 ? 0 : in - 1;
            case "CIRCULAR" -> (int) Math.floorMod(position, (long) in);
            default -> -1;
        };
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
            case "Upsample", "Corners", "PixelShuffle" -> in * extra;
            case "AdaptivePool" -> extra;
            case "GlobalPool" -> 1;
            case "Linear" -> extra == 0 || in == extra ? 1 : 0;
            case "TokenMixing" -> extra == 0 || in == extra ? in : 0;
            case "To" -> extents[extra];
            case "Unpool" -> extents[from.get(1)];
            case "SpaceToDepth" -> in % extra == 0 ? in / extra : 0;
            case "Grid" -> in % extra == 0 ? in : 0;
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
            long[][] taps = taps(unit, in);
            return kind.equals("DeformableConv") ? moved(taps) : taps;
        }
        switch (kind) {
            case "AdaptivePool" -> {
                int first = unit * in / out;
                return IntStream.range(first, -Math.floorDiv(-(unit + 1) * in, out))
                        .mapToObj(at -> new long[] {at, weight(at - first)})
                        .toArray(long[][]::new);
            }
            case "GlobalPool", "Linear", "SqueezeExcite", "Recurrent", "Whole", "TokenMixing", "Group", "Instance" -> {
                return IntStream.range(0, in)
                        .mapToObj(at -> new long[] {at, weight(at) + (out == 1 || at != unit ? 0 : 5000)})
                        .toArray(long[][]::new);
            }
            case "Corners" -> {
                // Equal corners: unit · (in - 1) / (out - 1).
                int gaps = Math.max(1, out - 1);
                int whole = unit * (in - 1) / gaps;
                int part = unit * (in - 1) % gaps;
                long share = part
                        * BigInteger.valueOf(gaps)
                                .modInverse(BigInteger.valueOf(PRIME))
                                .longValue()
                        % PRIME;
                return part == 0
                        ? new long[][] {{whole, 1}}
                        : new long[][] {{whole, Math.floorMod(1 - share, PRIME)}, {whole + 1L, share}};
            }
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
            case "SpaceToDepth" -> {
                return IntStream.range(0, extra)
                        .mapToObj(tap -> new long[] {(long) unit * extra + tap, weight(tap)})
                        .toArray(long[][]::new);
            }
            case "Attention" -> {
                int first = Math.floorDiv(unit - extra, kernel) * kernel + extra;
                return IntStream.range(0, kernel)
                        .mapToObj(tap -> new long[] {first + tap, weight(tap) + Math.floorMod(unit - extra, kernel)})
                        .toArray(long[][]::new);
            }
            case "Parts" -> {
                return index == 0
                        ? new long[][] {{unit, 1}}
                        : IntStream.range(0, in)
                                .mapToObj(key -> new long[] {key, weight(key) + unit + index})
                                .toArray(long[][]::new);
            }
            case "Unpool" -> {
                int window = unit / kernel;
                return index == 0
                        ? new long[][] {{window, 1}}
                        : IntStream.range(0, kernel)
                                .mapToObj(tap -> new long[] {(long) window * kernel + tap, weight(tap)})
                                .toArray(long[][]::new);
            }
            case "Pad" -> {
                return new long[][] {{unit - begin, 1}};
            }
            case "Crop" -> {
                return new long[][] {{unit + begin, 1}};
            }
            default -> {
                return new long[][] {{kind.equals("Multiply") && in == 1 ? 0 : unit, index + 1L}};
            }
        }
    }

    /** Where a window's taps lie as long as nothing moves them. */
    long[][] taps(int unit, int in) {
        int[] pads = pads(in);
        long[][] taps = new long[kernel][];
        for (int tap = 0; tap < kernel; tap++) {
            taps[tap] = new long[] {(long) unit * stride - pads[0] + (long) tap * rate, weight(tap)};
        }
        return taps;
    }

    /** All places to which the data may move the taps. */
    private long[][] moved(long[][] taps) {
        return Arrays.stream(taps)
                .flatMap(tap -> IntStream.rangeClosed(-extra, extra)
                        .mapToObj(move -> new long[] {tap[0] + move, tap[1] + 3L * move + 10}))
                .toArray(long[][]::new);
    }

    private long weight(int tap) {
        return new Random(31L * kind.hashCode() + 7L * from.get(0) + tap).nextInt(1000) + 1L;
    }

    /** Whether units at a border may read what lies beyond what others read, as nothing but padding lies in their window. */
    boolean turnsFar() {
        int most = padding.isEmpty() ? Math.max(begin, end) : reach();
        return most > 0
                && (borders.equals("REFLECT") && 2 * most > (kernel - 1) * rate
                        || borders.equals("REPLICATE") && most > (kernel - 1) * rate);
    }

    /** Between the taps of a transposed convolution: all these units are worth its bias. */
    boolean hasUnitsThatReadNothing() {
        return kind.equals("TransposedConv")
                && IntStream.range(0, stride).anyMatch(unit -> reads(0, unit, 1, 1).length == 0);
    }

    /** What a unit is worth even if it reads nothing. */
    long bias() {
        return isWindow() || kind.equals("TransposedConv") ? 17 + from.get(0) : 0;
    }
}
