package dev.fovea.core.analysis;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the units of a layer see of the input along one axis, over all paths.
 *
 * <p>Paths whose jumps or unknown offsets differ drift apart or lie an unknown distance apart, so each such group is a
 * periodic field of its own; what a unit sees is the union.
 *
 * @param fields of the local paths; none where all paths read the whole input
 * @param global true if some path reads the whole input
 * @param uniform false if the fields have no period, or one of non-integer resampling
 * @param known false if the local paths could not be followed
 */
public record FieldUnion(List<PeriodicField> fields, boolean global, boolean uniform, boolean known) {
    static final FieldUnion INPUT = new FieldUnion(List.of(PeriodicField.INPUT), false, true, true);

    static final FieldUnion UNKNOWN = new FieldUnion(List.of(), false, true, false);

    /** The field of a layer that no path has reached yet. */
    static final FieldUnion NOTHING = new FieldUnion(List.of(), false, true, true);

    private static final FieldUnion WHOLE = new FieldUnion(List.of(), true, true, true);

    public FieldUnion {
        fields = List.copyOf(fields);
    }

    /** The periodic field, if there is exactly one. */
    public Optional<PeriodicField> field() {
        return known && fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }

    /** The largest field of any unit, if there is exactly one periodic field. */
    OptionalLong largest() {
        Optional<PeriodicField> only = field();
        return only.isPresent() ? only.get().largest(Long.MAX_VALUE) : OptionalLong.empty();
    }

    /** True if every path reads the whole input. */
    public boolean onlyGlobal() {
        return known && fields.isEmpty();
    }

    /** True if unit 0 sees the whole input of this extent, so that a gate of extent 1 is a path that reads all of it. */
    boolean coversInput(Extent input) {
        return input.isKnown()
                && field().filter(only -> only.covers(0, input.value() - 1)).isPresent();
    }

    /** What a layer that reads this one sees. */
    FieldUnion through(Step step) {
        if (step.isIdentity()) {
            return this;
        }
        if (step.isWhole()) {
            return WHOLE;
        }
        FieldUnion read = step.isKnown() ? this : unknown();
        for (Step.Local local : step.locals()) {
            read = read.through(local);
        }
        return read;
    }

    private FieldUnion through(Step.Local local) {
        if (!known) {
            return unknown();
        }
        boolean steady = fields.isEmpty() || local.isUniform();
        List<PeriodicField> next = new ArrayList<>();
        for (PeriodicField field : fields) {
            Optional<PeriodicField> result = field.through(local);
            if (result.isEmpty()) {
                return new FieldUnion(List.of(), global, uniform && steady, false);
            }
            next.add(result.get());
        }
        return next.size() == 1
                ? new FieldUnion(next, global, uniform && steady, true)
                : new FieldUnion(List.of(), global, true, true).with(next, global, uniform && steady);
    }

    /** The union of both. */
    FieldUnion union(FieldUnion other) {
        if (this == NOTHING || this == other) {
            return other;
        }
        if (!known || !other.known) {
            return new FieldUnion(List.of(), global || other.global, uniform && other.uniform, false);
        }
        return with(other.fields, global || other.global, uniform && other.uniform);
    }

    /** The same, with the whole input seen as well. */
    FieldUnion andWhole() {
        return new FieldUnion(fields, true, uniform, known);
    }

    private FieldUnion with(List<PeriodicField> others, boolean withWhole, boolean allUniform) {
        List<PeriodicField> joined = new ArrayList<>(fields);
        for (PeriodicField other : others) {
            int twin = twin(joined, other);
            if (twin < 0) {
                joined.add(other);
                continue;
            }
            Optional<PeriodicField> union = joined.get(twin).union(other);
            if (union.isEmpty()) {
                return new FieldUnion(List.of(), withWhole, allUniform, false);
            }
            joined.set(twin, union.get());
        }
        boolean oneJump = true;
        for (int i = 1; i < joined.size(); i++) {
            oneJump &= joined.get(i).jump().equals(joined.get(0).jump());
        }
        return new FieldUnion(joined, withWhole, allUniform && oneJump, true);
    }

    private static int twin(List<PeriodicField> fields, PeriodicField field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).movesLike(field)) {
                return i;
            }
        }
        return -1;
    }

    private FieldUnion unknown() {
        return new FieldUnion(List.of(), global, uniform, false);
    }
}
