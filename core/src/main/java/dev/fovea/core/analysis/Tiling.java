package dev.fovea.core.analysis;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.report.Halo;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What someone needs to know who feeds a network tile by tile. */
public final class Tiling {
    private Tiling() {}

    /**
     * Per axis, how far the last layer's fields reach beyond their units' places, in pixels; absent where they have no
     * common shape.
     */
    public static Optional<List<Optional<Halo>>> halo(Analysis analysis) {
        List<Optional<Halo>> halos = new ArrayList<>();
        boolean any = false;
        for (ReceptiveField figures : analysis.last()) {
            Optional<PeriodicField> field =
                    figures.seen().uniform() ? figures.seen().field() : Optional.empty();
            Optional<Halo> halo = field.isPresent() ? halo(field.get()) : Optional.empty();
            halos.add(halo);
            any |= halo.isPresent();
        }
        return any ? Optional.of(halos) : Optional.empty();
    }

    private static Optional<Halo> halo(PeriodicField field) {
        Optional<Rational> mean = field.meanCentre();
        if (mean.isEmpty()) {
            return Optional.empty();
        }
        long begin = 0;
        long end = 0;
        for (int unit = 0; unit < field.period(); unit++) {
            PositionSet set = field.phases().get(unit);
            if (!set.isEmpty()) {
                Rational place = mean.get().plus(field.jump().times(Rational.of(unit)));
                begin = Math.max(begin, place.minus(Rational.of(set.min())).ceil());
                end = Math.max(end, Rational.of(set.max()).minus(place).ceil());
            }
        }
        return Optional.of(new Halo(begin, end));
    }

    /**
     * Per axis, the least common multiple of the layers' integer jumps, which extents must be multiples of; absent where
     * the last layer has no jump.
     */
    public static Optional<List<OptionalLong>> granularity(Analysis analysis) {
        List<OptionalLong> result = new ArrayList<>();
        boolean any = false;
        for (int axis = 0; axis < analysis.network().axes(); axis++) {
            FieldUnion last = analysis.last().get(axis).seen();
            boolean hasJump = last.uniform() && last.known() && !last.onlyGlobal();
            OptionalLong multiple = hasJump ? granularity(analysis, axis) : OptionalLong.empty();
            result.add(multiple);
            any |= multiple.isPresent();
        }
        return any ? Optional.of(result) : Optional.empty();
    }

    private static OptionalLong granularity(Analysis analysis, int axis) {
        long multiple = 1;
        for (List<ReceptiveField> row : analysis.figures()) {
            Optional<Rational> jump = row.get(axis).jump();
            if (jump.isPresent() && jump.get().isInteger()) {
                long value = jump.get().longValueExact();
                try {
                    multiple = Integers.lcm(multiple, value);
                } catch (ArithmeticException overflow) {
                    return OptionalLong.empty();
                }
            }
        }
        return OptionalLong.of(multiple);
    }
}
