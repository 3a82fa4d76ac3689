package dev.fovea.core.support;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.exact.PositionSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the units of a layer see of the input over all local paths, borders ignored: a union of products. */
public final class Support {
    private static final long MOST_UNITS = 4096;

    private final int axes;
    private final List<ProductField> products;

    Support(int axes, List<ProductField> products) {
        this.axes = axes;
        this.products = List.copyOf(products);
    }

    List<ProductField> products() {
        return products;
    }

    /** True if every path reads the whole input, so that no unit sees anything in particular. */
    public boolean isEmpty() {
        return products.isEmpty();
    }

    /** True if what a unit sees is the product of what it sees along each axis. */
    public boolean isProduct() {
        return products.size() <= 1;
    }

    private long period(int axis) {
        long period = 1;
        for (ProductField product : products) {
            int own = product.axes().get(axis).period();
            period = Math.multiplyExact(period / Integers.gcd(period, own), own);
        }
        return period;
    }

    /** The units of one period; unit 0 alone where jumps differ or a period has more than 4096 units. */
    public List<List<Long>> units() {
        List<Long> periods = new ArrayList<>();
        long units = 1;
        for (ProductField product : products) {
            if (!product.movesLike(products.get(0))) {
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
    public PixelSet at(List<Long> unit) {
        List<List<PositionSet>> seen = new ArrayList<>();
        for (ProductField product : products) {
            seen.add(product.at(unit));
        }
        return PixelSet.of(axes, seen);
    }
}
