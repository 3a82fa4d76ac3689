package dev.fovea.core.network;

import dev.fovea.core.exact.Integers;
import java.util.Optional;

/**
 * Resampling of {@code in} units to {@code out} (in lowest terms or not, but for {@link Mode#CORNERS}): nearest
 * neighbour, linear with half-pixel centres or with equal corners, or adaptive pooling.
 */
public record Resample(long in, long out, Mode mode) implements Step.Local {
    /** How a unit's place among the input's units is turned into the units read. */
    public enum Mode {
        /** The unit at {@code floor(o·in/out)}. */
        NEAREST,
        /** Those of the two units around {@code (o + 1/2)·in/out - 1/2} whose weight is not 0. */
        LINEAR,
        /** Those of the two units around {@code o·(in - 1)/(out - 1)} whose weight is not 0: the corners coincide. */
        CORNERS,
        /** Units {@code floor(o·in/out)} to {@code ceil((o+1)·in/out) - 1}. */
        ADAPTIVE
    }

    @Override
    public long period() {
        return mode == Mode.CORNERS ? Integers.cycle(gapsOut(), in - 1) : Integers.cycle(out, in);
    }

    @Override
    public long advance() {
        return mode == Mode.CORNERS ? Integers.cycle(in - 1, gapsOut()) : Integers.cycle(in, out);
    }

    /** Gaps between the units made; a single unit is taken from the first corner. */
    private long gapsOut() {
        return Math.max(1, out - 1);
    }

    /** True if one extent is a multiple of the other, so that the fields differ with a short period at most. */
    @Override
    public boolean isUniform() {
        return switch (mode) {
            case NEAREST, LINEAR -> in % out == 0 || out % in == 0;
            case CORNERS -> in == out;
            case ADAPTIVE -> in % out == 0;
        };
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
        if (mode == Mode.CORNERS) {
            long gaps = Math.multiplyExact(unit, in - 1);
            return new Units(Math.floorDiv(gaps, gapsOut()), 1, Math.floorMod(gaps, gapsOut()) == 0 ? 1 : 2);
        }
        long halves = Math.subtractExact(Math.addExact(Math.multiplyExact(2, place), in), out);
        boolean onUnit = Math.floorMod(halves, 2 * out) == 0;
        return new Units(Math.floorDiv(halves, 2 * out), 1, onUnit ? 1 : 2);
    }

    @Override
    public boolean isIdentity() {
        return in == out;
    }

    @Override
    public boolean isTransparent() {
        return in == out;
    }

    @Override
    public boolean readsEverything() {
        return out >= in || mode == Mode.ADAPTIVE;
    }

    /** True if every unit holds what one unit of the input holds. */
    public boolean isNearest() {
        return mode == Mode.NEAREST;
    }

    @Override
    public Optional<Resample> resample() {
        return Optional.of(this);
    }
}
