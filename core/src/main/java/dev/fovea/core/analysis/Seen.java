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
 * family of its own; what a unit sees is the union.
 *
 * @param families the local paths; none where all paths read the whole input
 * @param global true if some path reads the whole input
 * @param uniform false if the fields have no period, or one of non-integer resampling
 * @param known false if the local paths could not be followed
 */
public record Seen(List<Family> families, boolean global, boolean uniform, boolean known) {
    static final Seen INPUT = new Seen(List.of(Family.INPUT), false, true, true);

    static final Seen UNKNOWN = new Seen(List.of(), false, true, false);

    /** What no path has reached yet. */
    static final Seen NOTHING = new Seen(List.of(), false, true, true);

    private static final Seen WHOLE = new Seen(List.of(), true, true, true);

    public Seen {
        families = List.copyOf(families);
    }

    /** The only family, where what is seen is one. */
    public Optional<Family> family() {
        return known && families.size() == 1 ? Optional.of(families.get(0)) : Optional.empty();
    }

    /** The largest field of any unit, where what is seen is one family. */
    OptionalLong largest() {
        Optional<Family> only = family();
        return only.isPresent() ? only.get().largest(Long.MAX_VALUE) : OptionalLong.empty();
    }

    /** True if every path reads the whole input. */
    public boolean onlyGlobal() {
        return known && families.isEmpty();
    }

    /** True if unit 0 sees the whole input of this extent, so that a gate of extent 1 is a path that reads all of it. */
    boolean coversInput(Extent input) {
        return input.isKnown()
                && family().filter(only -> only.covers(0, input.value() - 1)).isPresent();
    }

    /** What a layer sees that reads this one. */
    Seen through(Step step) {
        if (step instanceof Step.Whole) {
            return WHOLE;
        }
        if (step instanceof Step.Deformed deformed) {
            return through(deformed.widening()).through(deformed.nominal());
        }
        if (!known || !(step instanceof Step.Local local)) {
            return unknown();
        }
        boolean steady = !(step instanceof Step.Resample resample) || families.isEmpty() || resample.isUniform();
        List<Family> next = new ArrayList<>();
        for (Family family : families) {
            Optional<Family> result = family.through(local);
            if (result.isEmpty()) {
                return new Seen(List.of(), global, uniform && steady, false);
            }
            next.add(result.get());
        }
        return next.size() == 1
                ? new Seen(next, global, uniform && steady, true)
                : new Seen(List.of(), global, uniform && steady, true).with(next);
    }

    /** Everything seen along either. */
    Seen union(Seen other) {
        if (this == NOTHING) {
            return other;
        }
        if (!known || !other.known) {
            return new Seen(List.of(), global || other.global, uniform && other.uniform, false);
        }
        return new Seen(families, global || other.global, uniform && other.uniform, true).with(other.families);
    }

    /** The same, with the whole input seen as well. */
    Seen andWhole() {
        return new Seen(families, true, uniform, known);
    }

    private Seen with(List<Family> others) {
        List<Family> joined = new ArrayList<>(families);
        for (Family other : others) {
            int twin = twin(joined, other);
            if (twin < 0) {
                joined.add(other);
                continue;
            }
            Optional<Family> union = joined.get(twin).union(other);
            if (union.isEmpty()) {
                return unknown();
            }
            joined.set(twin, union.get());
        }
        boolean oneJump = true;
        for (int i = 1; i < joined.size(); i++) {
            oneJump &= joined.get(i).jump().equals(joined.get(0).jump());
        }
        return new Seen(joined, global, uniform && oneJump, true);
    }

    private static int twin(List<Family> families, Family family) {
        for (int i = 0; i < families.size(); i++) {
            if (families.get(i).movesLike(family)) {
                return i;
            }
        }
        return -1;
    }

    private Seen unknown() {
        return new Seen(List.of(), global, uniform, false);
    }
}
