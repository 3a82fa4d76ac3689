package dev.fovea.core.analysis;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.Periods;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The fields of all units of a layer along one axis, borders ignored: unit {@code u + period} sees what unit {@code u}
 * sees, {@code shift} pixels on.
 *
 * @param shift pixels per period; 0 where every unit sees the same
 * @param phases what units 0 to period - 1 see; an empty set sees nothing
 * @param offset an unknown number of pixels by which everything is moved: unknown number to factor
 */
public record PeriodicField(long shift, List<PositionSet> phases, Map<Integer, Long> offset) {
    /** Longest period that is followed; beyond it what is seen is unknown. */
    static final int MAX_PERIOD = 4096;

    /** The input: unit u sees pixel u. */
    public static final PeriodicField INPUT = new PeriodicField(1, List.of(PositionSet.range(0, 0)), Map.of());

    public PeriodicField {
        phases = List.copyOf(phases);
    }

    /** Written by hand, because linking the methods generated for a record takes a compiler milliseconds. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PeriodicField that
                        && shift == that.shift
                        && phases.equals(that.phases)
                        && offset.equals(that.offset);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(shift) + phases.hashCode()) + offset.hashCode();
    }

    /** Number of units after which the pattern repeats. */
    public int period() {
        return phases.size();
    }

    /** Pixels between the fields of neighbouring units, on average. */
    public Rational jump() {
        return Rational.of(shift, period());
    }

    /** What {@code unit} sees, up to the unknown offset. */
    public PositionSet at(long unit) {
        long periods = Math.floorDiv(unit, period());
        return phases.get(Math.floorMod(unit, period())).shift(Math.multiplyExact(shift, periods));
    }

    /** Mean over one period of the fields' centres, each seen from its unit's place; empty where nothing is seen. */
    public Optional<Rational> meanCentre() {
        return mean(PeriodicField::centre);
    }

    /** Mean over one period of the fields' last pixels, each seen from its unit's place; empty where nothing is seen. */
    public Optional<Rational> meanEnd() {
        return mean(set -> Rational.of(set.max()));
    }

    private Optional<Rational> mean(Function<PositionSet, Rational> place) {
        if (period() == 1) {
            return phases.get(0).isEmpty() ? Optional.empty() : Optional.of(place.apply(phases.get(0)));
        }
        Rational sum = Rational.ZERO;
        long seeing = 0;
        for (int unit = 0; unit < period(); unit++) {
            PositionSet set = phases.get(unit);
            if (!set.isEmpty()) {
                seeing++;
                sum = sum.plus(place.apply(set)).minus(jump().times(Rational.of(unit)));
            }
        }
        return seeing == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Rational.of(seeing)));
    }

    /**
     * How far at most the fields of groups of units are, on average, off the middle of those groups: where units see
     * further to one side than others do, what a group sees together ends where the widest of them ends.
     *
     * @param causal whether only the ends of fields count
     */
    Rational unevenness(boolean causal) {
        Rational end = furthest(set -> Rational.of(set.max()));
        return causal ? end : end.plus(furthest(set -> Rational.of(set.min()))).dividedBy(Rational.of(2));
    }

    /** How far a place of a single field is at most from the mean of all. */
    private Rational furthest(Function<PositionSet, Rational> place) {
        Rational mean = mean(place).orElse(Rational.ZERO);
        Rational furthest = Rational.ZERO;
        for (int unit = 0; period() > 1 && unit < period(); unit++) {
            PositionSet set = phases.get(unit);
            if (!set.isEmpty()) {
                Rational off = place.apply(set)
                        .minus(jump().times(Rational.of(unit)))
                        .minus(mean)
                        .abs();
                furthest = off.compareTo(furthest) > 0 ? off : furthest;
            }
        }
        return furthest;
    }

    static Rational centre(PositionSet set) {
        return Rational.of(Math.addExact(set.min(), set.max()), 2);
    }

    /** True if unit 0 sees every position from {@code first} to {@code last}. */
    boolean covers(long first, long last) {
        PositionSet set = phases.get(0);
        return offset.isEmpty()
                && !set.isEmpty()
                && !set.isOutline()
                && set.firstMissing(first, last).isEmpty();
    }

    /** True if every unit sees at least what the same unit of {@code other} sees, and both have the same jump. */
    public boolean containsAll(PeriodicField other) {
        if (equals(other)) {
            return true;
        }
        if (!movesLike(other)) {
            return false;
        }
        long common = Integers.lcm(period(), other.period());
        if (common > MAX_PERIOD) {
            return false;
        }
        for (long unit = 0; unit < common; unit++) {
            if (!at(unit).containsAll(other.at(unit))) {
                return false;
            }
        }
        return true;
    }

    /** True if the fields of both keep their distance: jump and unknown offset are the same. */
    public boolean movesLike(PeriodicField other) {
        boolean sameJump = period() == other.period() ? shift == other.shift : jump().equals(other.jump());
        return sameJump && offset.equals(other.offset);
    }

    /** The periodic field of a layer that reads this one; empty where the period would become too long. */
    public Optional<PeriodicField> through(Step.Local step) {
        if (step.isIdentity()) {
            return Optional.of(this);
        }
        Optional<Step.Window> window = step.window();
        if (window.isPresent() && window.get().unknownBegin() != 0) {
            return throughUnknown(window.get());
        }
        long repeats = Integers.cycle(period(), step.advance());
        long newPeriod = Math.multiplyExact(step.period(), repeats);
        if (newPeriod > MAX_PERIOD) {
            return Optional.empty();
        }
        long newShift = Math.multiplyExact(Math.multiplyExact(step.advance(), repeats) / period(), shift);
        List<PositionSet> sets = new ArrayList<>((int) newPeriod);
        for (long unit = 0; unit < newPeriod; unit++) {
            sets.add(seenBy(step.reads(unit)));
        }
        return Optional.of(shortened(newShift, sets, offset));
    }

    private Optional<PeriodicField> throughUnknown(Step.Window window) {
        if (period() > 1) {
            return Optional.empty();
        }
        Step.Window begun = new Step.Window(window.kernel(), window.stride(), window.rate(), 0, 0, 0);
        Map<Integer, Long> moved = new TreeMap<>(offset);
        moved.merge(window.unknownBegin(), -shift, Math::addExact);
        moved.values().removeIf(factor -> factor == 0);
        return through(begun).map(field -> new PeriodicField(field.shift, field.phases, Map.copyOf(moved)));
    }

    /** Everything that the given units see together. */
    private PositionSet seenBy(Units units) {
        long cycle = Integers.cycle(period(), units.distance());
        long step = Math.multiplyExact(Math.multiplyExact(units.distance(), cycle) / period(), shift);
        PositionSet seen = PositionSet.EMPTY;
        for (long i = 0; i < Math.min(cycle, units.count()); i++) {
            PositionSet first = at(Math.addExact(units.first(), i * units.distance()));
            long copies = step == 0 ? 1 : (units.count() - 1 - i) / cycle + 1;
            seen = seen.union(first.spread(Math.max(step, 1), copies));
        }
        return seen;
    }

    /** The union with one of equal jump and offset; empty where the period would become too long. */
    public Optional<PeriodicField> union(PeriodicField other) {
        if (equals(other)) {
            return Optional.of(this);
        }
        long common = Integers.lcm(period(), other.period());
        if (common > MAX_PERIOD) {
            return Optional.empty();
        }
        List<PositionSet> sets = new ArrayList<>((int) common);
        boolean isThis = common == period();
        boolean isOther = common == other.period();
        for (long unit = 0; unit < common; unit++) {
            PositionSet mine = at(unit);
            PositionSet theirs = other.at(unit);
            PositionSet union = mine.union(theirs);
            isThis &= union == mine;
            isOther &= union == theirs;
            sets.add(union);
        }
        if (isThis || isOther) {
            return Optional.of(isThis ? this : other);
        }
        return Optional.of(shortened(Math.multiplyExact(common / period(), shift), sets, offset));
    }

    /** The same with the shortest period. */
    private static PeriodicField shortened(long shift, List<PositionSet> sets, Map<Integer, Long> offset) {
        int length = sets.size();
        // Most have one phase; a cold compiler is spared the predicate.
        int period = length == 1 ? 1 : Periods.shortest(length, candidate -> isPeriod(sets, candidate, shift));
        return new PeriodicField(shift / (length / period), sets.subList(0, period), offset);
    }

    /** True if the sets repeat after {@code period} units, moved on by that part of {@code shift}. */
    private static boolean isPeriod(List<PositionSet> sets, int period, long shift) {
        int factor = sets.size() / period;
        if (shift % factor != 0) {
            return false;
        }
        for (int unit = period; unit < sets.size(); unit++) {
            if (!sets.get(unit).equals(sets.get(unit - period).shift(shift / factor))) {
                return false;
            }
        }
        return true;
    }

    /** The largest field of the units 0 to {@code units - 1}. */
    OptionalLong largest(long units) {
        long largest = 0;
        for (int unit = 0; unit < Math.min(units, period()); unit++) {
            largest = Math.max(largest, phases.get(unit).extent());
        }
        return OptionalLong.of(largest);
    }

    /** The smallest field of the units 0 to {@code units - 1}. */
    OptionalLong smallest(long units) {
        long smallest = Long.MAX_VALUE;
        for (int unit = 0; unit < Math.min(units, period()); unit++) {
            smallest = Math.min(smallest, phases.get(unit).extent());
        }
        return OptionalLong.of(smallest);
    }
}
