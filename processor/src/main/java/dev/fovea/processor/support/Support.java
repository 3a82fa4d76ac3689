package dev.fovea.processor.support;

import dev.fovea.processor.analysis.Family;
import dev.fovea.processor.exact.Integers;
import dev.fovea.processor.exact.PositionSet;
import dev.fovea.processor.exact.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the units of a layer see of the input over all local paths, borders ignored: a union of products. */
public final class Support {
    private static final long MOST_UNITS = 4096;

    private final int axes;
    private final List<Term> terms;

    Support(int axes, List<Term> terms) {
        this.axes = axes;
        this.terms = List.copyOf(terms);
    }

    List<Term> terms() {
        return terms;
    }

    /** True if every path reads the whole input, so that no unit sees anything in particular. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** True if what a unit sees is the product of what it sees along each axis. */
    public boolean isProduct() {
        return terms.size() <= 1;
    }

    /** Number of units along an axis after which what is seen repeats, moved; several jumps at once have no such number. */
    public long period(int axis) {
        long period = 1;
        for (Term term : terms) {
            int own = term.axes().get(axis).period();
            period = Math.multiplyExact(period / Integers.gcd(period, own), own);
        }
        return period;
    }

    /**
     * The largest number of unread pixels in the box of any unit; unknown where that of one of them is, where jumps differ, and
     * where a period has too many units.
     */
    public OptionalLong mostMissing() {
        if (terms.isEmpty() || terms.stream().anyMatch(term -> !term.movesLike(terms.get(0)))) {
            return OptionalLong.empty();
        }
        List<Long> periods = new ArrayList<>();
        long units = 1;
        for (int axis = 0; axis < axes; axis++) {
            periods.add(period(axis));
            units *= periods.get(axis);
            if (units > MOST_UNITS) {
                return OptionalLong.empty();
            }
        }
        long most = 0;
        for (long index = 0; index < units; index++) {
            OptionalLong missing = at(unit(index, periods)).missing();
            if (missing.isEmpty()) {
                return missing;
            }
            most = Math.max(most, missing.getAsLong());
        }
        return OptionalLong.of(most);
    }

    private static List<Long> unit(long index, List<Long> periods) {
        List<Long> unit = new ArrayList<>();
        long rest = index;
        for (long period : periods) {
            unit.add(rest % period);
            rest /= period;
        }
        return unit;
    }

    /** The pixels that a unit sees; of an unplaced support, up to the distance that is open. */
    public Region at(List<Long> unit) {
        List<List<PositionSet>> products = new ArrayList<>();
        for (Term term : terms) {
            List<PositionSet> product = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                Family family = term.axes().get(axis);
                product.add(family.at(unit.get(axis)));
            }
            products.add(product);
        }
        return Region.of(axes, products);
    }
}
