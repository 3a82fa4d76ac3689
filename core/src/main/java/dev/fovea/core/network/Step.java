package dev.fovea.core.network;

import dev.fovea.core.exact.Integers;

/**
 * What the units of a layer read of its input along one axis (Dumoulin &amp; Visin 2016, sections 2 to 5).
 */
public sealed interface Step {
    /** The step that reads unit {@code u} for unit {@code u}. */
    Local IDENTITY = new Window(1, 1, 1, 0, 0, 0);

    /** True if unit {@code u} reads unit {@code u}. */
    boolean isIdentity();

    /**
     * A step that reads a window, and repeats itself: unit {@code u + period} reads what unit {@code u} reads, {@code
     * advance} units on.
     */
    sealed interface Local extends Step {
        /** Number of units after which the pattern repeats. */
        long period();

        /** Units of the input by which the pattern advances in one period. */
        long advance();

        /** What {@code unit} reads. */
        Units reads(long unit);
    }

    /**
     * Convolution, pooling, padding and cropping: unit i reads {@code i·stride - begin + t·rate}.
     *
     * @param begin units of padding before the input (negative: cropped), where known
     * @param end units of padding after the input, likewise; beyond an unknown extent that {@code Padding.SAME} brings to
     *     whole strides, those that it takes if it has whole strides already
     * @param unknownBegin 0, or which unknown number of units is padded instead
     */
    record Window(long kernel, long stride, long rate, long begin, long end, int unknownBegin) implements Local {
        /** Units between the first tap and the last. */
        public long reach() {
            return Math.multiplyExact(kernel - 1, rate);
        }

        /** Written out, because what a record generates takes a compiler milliseconds to link. */
        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Window that
                            && kernel == that.kernel
                            && stride == that.stride
                            && rate == that.rate
                            && begin == that.begin
                            && end == that.end
                            && unknownBegin == that.unknownBegin;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * (31 * (31 * kernel + stride) + rate) + begin)
                    + 31 * Long.hashCode(end)
                    + unknownBegin;
        }

        @Override
        public long period() {
            return 1;
        }

        @Override
        public long advance() {
            return stride;
        }

        @Override
        public Units reads(long unit) {
            return new Units(Math.subtractExact(Math.multiplyExact(unit, stride), begin), rate, kernel);
        }

        @Override
        public boolean isIdentity() {
            return kernel == 1 && stride == 1 && begin == 0 && unknownBegin == 0;
        }
    }

    /**
     * Transposed convolution: unit o reads every i with {@code o = i·stride - begin + t·rate}.
     *
     * @param begin units of padding, which here takes units away, at the begin
     * @param end at the end
     */
    record Transposed(long kernel, long stride, long rate, long begin, long end) implements Local {
        @Override
        public long period() {
            return stride;
        }

        @Override
        public long advance() {
            return 1;
        }

        @Override
        public Units reads(long unit) {
            long place = Math.addExact(unit, begin);
            long tap = 0;
            long taps = Math.min(kernel, stride);
            while (tap < taps && Math.floorMod(place - tap * rate, stride) != 0) {
                tap++;
            }
            if (tap == taps) {
                return new Units(0, 1, 0);
            }
            long between = Integers.cycle(stride, rate);
            long count = (kernel - 1 - tap) / between + 1;
            long last = tap + (count - 1) * between;
            return new Units((place - last * rate) / stride, between * rate / stride, count);
        }

        @Override
        public boolean isIdentity() {
            return kernel == 1 && stride == 1 && begin == 0;
        }
    }

    /**
     * Resampling of {@code in} units to {@code out} (in lowest terms or not): nearest neighbour, linear with half-pixel
     * centres, or adaptive pooling.
     */
    record Resample(long in, long out, Mode mode) implements Local {
        /** How a unit's place among the input's units is turned into the units read. */
        public enum Mode {
            /** The unit at {@code floor(o·in/out)}. */
            NEAREST,
            /** Those of the two units around {@code (o + 1/2)·in/out - 1/2} whose weight is not 0. */
            LINEAR,
            /** Units {@code floor(o·in/out)} to {@code ceil((o+1)·in/out) - 1}. */
            ADAPTIVE
        }

        @Override
        public long period() {
            return Integers.cycle(out, in);
        }

        @Override
        public long advance() {
            return Integers.cycle(in, out);
        }

        /** True if one extent is a multiple of the other, so that the fields differ with a short period at most. */
        public boolean isUniform() {
            return in % out == 0 || mode != Mode.ADAPTIVE && out % in == 0;
        }

        @Override
        public Units reads(long unit) {
            long place = Math.multiplyExact(unit, in);
            if (mode == Mode.NEAREST) {
                return new Units(Math.floorDiv(place, out), 1, 1);
            }
            if (mode == Mode.ADAPTIVE) {
                long first = Math.floorDiv(place, out);
                return new Units(first, 1, Integers.ceilDiv(Math.addExact(place, in), out) - first);
            }
            long halves = Math.subtractExact(Math.addExact(Math.multiplyExact(2, place), in), out);
            boolean onUnit = Math.floorMod(halves, 2 * out) == 0;
            return new Units(Math.floorDiv(halves, 2 * out), 1, onUnit ? 1 : 2);
        }

        @Override
        public boolean isIdentity() {
            return in == out;
        }
    }

    /** Every unit reads unit 0: a gate of extent 1 that is broadcast. */
    record Broadcast() implements Local {
        @Override
        public long period() {
            return 1;
        }

        @Override
        public long advance() {
            return 0;
        }

        @Override
        public Units reads(long unit) {
            return new Units(0, 1, 1);
        }

        @Override
        public boolean isIdentity() {
            return false;
        }
    }

    /**
     * Deformable convolution: a window whose taps move by up to {@code reach} units to either side.
     */
    record Deformed(Window nominal, long reach) implements Step {
        /** The window of all places that a tap can move to. */
        public Window widening() {
            return new Window(2 * reach + 1, 1, 1, reach, reach, 0);
        }

        @Override
        public boolean isIdentity() {
            return false;
        }
    }

    /** Every unit reads the whole input. */
    record Whole() implements Step {
        @Override
        public boolean isIdentity() {
            return false;
        }
    }

    /** Cannot be known: an extent is missing, or the layer has a fault. */
    record Unknown() implements Step {
        @Override
        public boolean isIdentity() {
            return false;
        }
    }
}
