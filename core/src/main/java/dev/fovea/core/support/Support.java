package dev.fovea.core.support;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.exact.MixedRadix;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.exact.PositionSet;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The units of one period; unit 0 alone where jumps differ or a period has more than 4096 units. */
    public List<List<Long>> units() {
        int[] periods = new int[axes];
        for (int axis = 0; axis < axes; axis++) {
            long period = period(axis);
            if (period > MOST_UNITS) {
                return List.of(Collections.nCopies(axes, 0L));
            }
            periods[axis] = (int) period;
        }
        if (!MixedRadix.fits(MOST_UNITS, periods) || !moveAlike()) {
            return List.of(Collections.nCopies(axes, 0L));
        }
        MixedRadix box = new MixedRadix(periods);
        List<List<Long>> all = new ArrayList<>();
        for (int place = 0; place < box.count(); place++) {
            all.add(Arrays.stream(box.digits(place)).asLongStream().boxed().toList());
        }
        return all;
    }

    private boolean moveAlike() {
        for (ProductField product : products) {
            if (!product.movesLike(products.get(0))) {
                return false;
            }
        }
        return true;
    }

    /** The common period along an axis, or one that is too long. */
    private long period(int axis) {
        long period = 1;
        for (ProductField product : products) {
            period = period > MOST_UNITS
                    ? period
                    : Integers.lcm(period, product.axes().get(axis).period());
        }
        return period;
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
