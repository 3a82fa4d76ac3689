package dev.fovea.core.analysis;

import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.network.Extent;
import dev.fovea.report.Rational;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The receptive field of a layer along one axis in figures, each in input pixels and absent where unknown.
 *
 * @param seen what the figures are taken from
 * @param size largest field over one period, gaps included; the input's extent where all paths read the whole input
 * @param smallest smallest field over one period
 * @param jump between neighbouring units; absent where all paths read the whole input
 * @param start first pixel of unit 0's field
 * @param centre of unit 0's field
 * @param covered positions of unit 0's field that some path reaches
 * @param shortest size along the path that grows least
 */
public record ReceptiveField(
        FieldUnion seen,
        OptionalLong size,
        OptionalLong smallest,
        Optional<Rational> jump,
        Optional<Rational> start,
        Optional<Rational> centre,
        OptionalLong covered,
        OptionalLong shortest) {
    /** Most units whose fields are compared one by one where they have no common period. */
    private static final long MAX_UNITS = 1 << 14;

    private static final Optional<Rational> ZERO = Optional.of(Rational.ZERO);

    private static final ReceptiveField UNKNOWN = new ReceptiveField(
            FieldUnion.UNKNOWN,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    static ReceptiveField of(
            FieldUnion seen, FieldUnion shortest, Extent extent, Extent input, Optional<Rational> jump) {
        Optional<Rational> realJump = jump.equals(ZERO) ? Optional.empty() : jump;
        if (seen.onlyGlobal()) {
            return whole(seen, input);
        }
        if (!seen.known()) {
            return UNKNOWN.with(seen, realJump);
        }
        OptionalLong least = shortest.largest();
        long units = seen.uniform() ? Long.MAX_VALUE : extent.isKnown() ? extent.value() : 0;
        if (units == 0) {
            return UNKNOWN.with(seen, realJump);
        }
        Optional<PeriodicField> field = seen.field();
        return field.isPresent()
                ? one(seen, field.get(), units, realJump, least)
                : several(seen, units, realJump, least);
    }

    /** The share of a field that its neighbour sees too, {@code max(0, size - jump) / size}; empty where nothing is seen. */
    public Optional<Rational> overlap() {
        if (size.isEmpty() || jump.isEmpty() || size.getAsLong() == 0) {
            return Optional.empty();
        }
        Rational whole = Rational.of(size.getAsLong());
        Rational shared = whole.minus(jump.get());
        return Optional.of(shared.compareTo(Rational.ZERO) <= 0 ? Rational.ZERO : shared.dividedBy(whole));
    }

    private ReceptiveField with(FieldUnion newSeen, Optional<Rational> newJump) {
        return new ReceptiveField(newSeen, size, smallest, newJump, start, centre, covered, shortest);
    }

    private static ReceptiveField whole(FieldUnion seen, Extent input) {
        Optional<Rational> centre = input.isKnown() ? Optional.of(Rational.of(input.value() - 1, 2)) : Optional.empty();
        return new ReceptiveField(
                seen,
                input.known(),
                input.known(),
                Optional.empty(),
                Optional.of(Rational.ZERO),
                centre,
                OptionalLong.empty(),
                input.known());
    }

    private static ReceptiveField one(
            FieldUnion seen, PeriodicField field, long units, Optional<Rational> jump, OptionalLong shortest) {
        PositionSet first = field.phases().get(0);
        boolean placed = !first.isEmpty() && field.offset().isEmpty();
        return new ReceptiveField(
                seen,
                field.largest(units),
                field.smallest(units),
                jump,
                placed ? Optional.of(Rational.of(first.min())) : Optional.empty(),
                placed ? Optional.of(PeriodicField.centre(first)) : Optional.empty(),
                first.count(),
                shortest);
    }

    /** Takes the units one by one, since the paths drift apart. With unknown offsets only the jump is known. */
    private static ReceptiveField several(FieldUnion seen, long units, Optional<Rational> jump, OptionalLong shortest) {
        boolean placed = seen.fields().stream().allMatch(field -> field.offset().isEmpty());
        if (!placed || units > MAX_UNITS) {
            return UNKNOWN.with(seen, jump);
        }
        PositionSet first = together(seen, 0);
        long largest = 0;
        long smallest = Long.MAX_VALUE;
        for (long unit = 0; unit < units; unit++) {
            long size = together(seen, unit).extent();
            largest = Math.max(largest, size);
            smallest = Math.min(smallest, size);
        }
        return new ReceptiveField(
                seen,
                OptionalLong.of(largest),
                OptionalLong.of(smallest),
                jump,
                first.isEmpty() ? Optional.empty() : Optional.of(Rational.of(first.min())),
                first.isEmpty() ? Optional.empty() : Optional.of(PeriodicField.centre(first)),
                first.count(),
                shortest);
    }

    private static PositionSet together(FieldUnion seen, long unit) {
        PositionSet union = PositionSet.EMPTY;
        for (PeriodicField field : seen.fields()) {
            union = union.union(field.at(unit));
        }
        return union;
    }
}
