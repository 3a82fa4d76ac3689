package dev.fovea.core.network;

import dev.fovea.core.exact.Integers;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Optional;

/** What the units of a layer read of its input along one axis (Dumoulin &amp; Visin 2016, sections 2 to 5). */
public sealed interface Step permits Step.Local, Deformed, Step.Whole, Step.Unknown {
    /** What decides which units are read. */
    enum Reading {
        /** The unit's place. */
        LOCAL,
        /** Its place, and the data. */
        DATA_DEPENDENT,
        /** Nothing: all are read. */
        WHOLE,
        /** Not known. */
        UNKNOWN
    }

    /** What decides which units are read. */
    Reading reading();

    /** What the jump of the map read is multiplied by; 0 where all units read the same, empty where unknown. */
    Optional<Rational> scale();

    /** The steps that one after another read all that it can read; none where that is the whole input, or unknown. */
    List<Local> locals();

    /** True if every unit reads the whole input. */
    default boolean isWhole() {
        return reading() == Reading.WHOLE;
    }

    /** False if it cannot be known what is read. */
    default boolean isKnown() {
        return reading() != Reading.UNKNOWN;
    }

    /** True if it is local, and unit {@code u} reads unit {@code u} alone. */
    default boolean isIdentity() {
        return false;
    }

    /** True if it is local, and neither widens nor strides nor resamples. */
    default boolean isTransparent() {
        return false;
    }

    /** The step, if it is decided by the unit's place alone. */
    default Optional<Local> local() {
        return Optional.empty();
    }

    /** The step, if it is a window whose taps stay in place. */
    default Optional<Window> window() {
        return Optional.empty();
    }

    /** The step, if it is a window whose taps the data moves. */
    default Optional<Deformed> deformed() {
        return Optional.empty();
    }

    /** The window as its author states it, also where the data moves its taps. */
    default Optional<Window> stated() {
        return deformed().isPresent() ? Optional.of(deformed().get().nominal()) : window();
    }

    /** The step, if it is a transposed convolution. */
    default Optional<Transposed> transposed() {
        return Optional.empty();
    }

    /** The step, if it resamples. */
    default Optional<Resample> resample() {
        return Optional.empty();
    }

    /** True if it broadcasts a gate of extent 1. */
    default boolean isBroadcast() {
        return false;
    }

    /**
     * A step that reads a window, and repeats itself: unit {@code u + period} reads what unit {@code u} reads, {@code
     * advance} units on.
     */
    sealed interface Local extends Step permits Window, Transposed, Resample, Grouped, Broadcast {
        /** Number of units after which the pattern repeats. */
        long period();

        /** Units of the input by which the pattern advances in one period. */
        long advance();

        /** What {@code unit} reads. */
        Units reads(long unit);

        @Override
        boolean isIdentity();

        /** True if a unit reads one unit, and neighbours read neighbours, or all read the same one. */
        @Override
        boolean isTransparent();

        /** True if the units of an endless map read, all together, every unit of their input. */
        boolean readsEverything();

        /** False if only the extents tell which units are read, with no short period. */
        boolean isUniform();

        @Override
        default Reading reading() {
            return Reading.LOCAL;
        }

        @Override
        default Optional<Rational> scale() {
            return Optional.of(advance() == period() ? Rational.ONE : Rational.of(advance(), period()));
        }

        @Override
        default List<Local> locals() {
            return List.of(this);
        }

        @Override
        default Optional<Local> local() {
            return Optional.of(this);
        }
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
        /** Reads unit {@code u} for unit {@code u}. In {@link Step}, threads initialising both would wait forever. */
        public static final Local IDENTITY = new Window(1, 1, 1, 0, 0, 0);

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

        @Override
        public boolean isTransparent() {
            return kernel == 1 && stride == 1;
        }

        @Override
        public boolean readsEverything() {
            return kernel >= stride && Integers.gcd(stride, rate) == 1;
        }

        @Override
        public boolean isUniform() {
            return true;
        }

        @Override
        public Optional<Window> window() {
            return Optional.of(this);
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

        @Override
        public boolean isTransparent() {
            return kernel == 1 && stride == 1;
        }

        @Override
        public boolean readsEverything() {
            return true;
        }

        @Override
        public boolean isUniform() {
            return true;
        }

        @Override
        public Optional<Transposed> transposed() {
            return Optional.of(this);
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

        @Override
        public boolean isTransparent() {
            return true;
        }

        @Override
        public boolean readsEverything() {
            return true;
        }

        @Override
        public boolean isUniform() {
            return true;
        }

        @Override
        public boolean isBroadcast() {
            return true;
        }
    }

    /** Every unit reads the whole input. */
    record Whole() implements Step {
        @Override
        public Reading reading() {
            return Reading.WHOLE;
        }

        @Override
        public Optional<Rational> scale() {
            return Optional.of(Rational.ZERO);
        }

        @Override
        public List<Local> locals() {
            return List.of();
        }
    }

    /** Cannot be known: an extent is missing, or the layer has a fault. */
    record Unknown() implements Step {
        @Override
        public Reading reading() {
            return Reading.UNKNOWN;
        }

        @Override
        public Optional<Rational> scale() {
            return Optional.empty();
        }

        @Override
        public List<Local> locals() {
            return List.of();
        }
    }
}
