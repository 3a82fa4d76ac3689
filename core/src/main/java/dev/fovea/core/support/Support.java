package dev.fovea.core.support;

import dev.fovea.core.analysis.Family;
import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.exact.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

    private long period(int axis) {
        long period = 1;
        for (Term term : terms) {
            int own = term.axes().get(axis).period();
            period = Math.multiplyExact(period / Integers.gcd(period, own), own);
        }
        return period;
    }

    /** The units of one period; unit 0 alone where jumps differ or a period has more than 4096 units. */
    public List<List<Long>> units() {
        List<Long> periods = new ArrayList<>();
        long units = 1;
        for (Term term : terms) {
            if (!term.movesLike(terms.get(0))) {
                units = MOST_UNITS + 1;
            }
        }
        for (int axis = 0; axis < axes && units <= MOST_UNITS; axis++) {
            periods.add(period(axis));
            units *= periods.get(axis);
        }
        if (units > MOST_UNITS) {
            return List.of(Collections.nCopies(axes, 0L));
        }
        List<List<Long>> all = new ArrayList<>();
        for (long index = 0; index < units; index++) {
            all.add(unit(index, periods));
        }
        return all;
    }

    private static List<Long> unit(long index, List<Long> periods) {
        List<Long> unit = new ArrayList<>();
        long rest = index;
        for (int axis = periods.size() - 1; axis >= 0; axis--) {
            unit.add(0, rest % periods.get(axis));
            rest /= periods.get(axis);
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
