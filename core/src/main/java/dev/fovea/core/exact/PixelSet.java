package dev.fovea.core.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An immutable set of positions along several axes: the union of products of one set per axis.
 *
 * <p>A single product of any size is counted. Several are counted position by position: along an axis, positions fall into
 * classes of those that the same products contain, and each class is counted once along the axes that remain. Beyond
 * {@link #MOST_PRODUCTS} products, or {@link #LONGEST} positions along an axis, only the projections are known.
 */
public final class PixelSet {
    /** Products beyond which a union is not counted. */
    public static final int MOST_PRODUCTS = 64;

    /** Positions along an axis beyond which a union of several products is not counted. */
    public static final int LONGEST = 1 << 16;

    private final List<List<PositionSet>> products;
    private final List<PositionSet> along = new ArrayList<>();
    private final boolean countable;

    private PixelSet(int axes, List<List<PositionSet>> products) {
        this.products = products;
        for (int axis = 0; axis < axes; axis++) {
            PositionSet union = PositionSet.EMPTY;
            for (List<PositionSet> product : products) {
                union = union.union(product.get(axis));
            }
            along.add(union);
        }
        boolean known = products.size() <= MOST_PRODUCTS;
        for (List<PositionSet> product : products) {
            for (int axis = 0; axis < axes; axis++) {
                known &= !product.get(axis).isOutline()
                        && (products.size() == 1 || along.get(axis).extent() <= LONGEST);
            }
        }
        countable = known;
    }

    /** The union of {@code products}, each with one set per axis; those with an empty set add nothing. */
    public static PixelSet of(int axes, List<List<PositionSet>> products) {
        List<List<PositionSet>> kept = new ArrayList<>();
        for (List<PositionSet> product : products) {
            if (!hasEmpty(product)) {
                kept.add(List.copyOf(product));
            }
        }
        return new PixelSet(axes, List.copyOf(kept));
    }

    private static boolean hasEmpty(List<PositionSet> product) {
        for (PositionSet set : product) {
            if (set.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** True if there is no position. */
    public boolean isEmpty() {
        return products.isEmpty();
    }

    /** Number of axes. */
    public int axes() {
        return along.size();
    }

    /** True if it is a product of one set per axis. */
    public boolean isProduct() {
        return products.size() <= 1;
    }

    /** True if positions are known, not only their projections. */
    public boolean isCountable() {
        return countable;
    }

    /** The projection onto an axis. */
    public PositionSet along(int axis) {
        return along.get(axis);
    }

    /** True if the position is in the set, which must be countable. */
    public boolean contains(long... position) {
        return products.stream().anyMatch(product -> {
            for (int axis = 0; axis < position.length; axis++) {
                if (!product.get(axis).contains(position[axis])) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Number of positions; unknown where the set is not countable or has more than 2^63 - 1. */
    public OptionalLong count() {
        if (!countable) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(isEmpty() ? 0 : count(0, all()));
        } catch (ArithmeticException tooMany) {
            return OptionalLong.empty();
        }
    }

    /** Number of positions of the bounding box that are not in the set; unknown as {@link #count()}. */
    public OptionalLong missing() {
        OptionalLong count = count();
        if (count.isEmpty()) {
            return count;
        }
        long box = 1;
        for (PositionSet set : along) {
            long high = Math.multiplyHigh(box, set.extent());
            box *= set.extent();
            if (high != 0 || box < 0) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(box - count.getAsLong());
    }

    /** The first position of the bounding box, in row-major order, that is not in the set, which must be countable. */
    public Optional<List<Long>> firstMissing() {
        List<Long> from = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        for (PositionSet set : along) {
            from.add(set.min());
            to.add(set.max());
        }
        return firstMissing(from, to);
    }

    /** The first position from one corner to the other that is not in the set, which must be countable. */
    public Optional<List<Long>> firstMissing(List<Long> from, List<Long> to) {
        for (int axis = 0; axis < from.size(); axis++) {
            if (from.get(axis) > to.get(axis)) {
                return Optional.empty();
            }
        }
        return isEmpty() ? Optional.of(from) : firstMissing(0, all(), from, to);
    }

    /** One bit per product. */
    private long all() {
        return -1L >>> (64 - products.size());
    }

    private long count(int axis, long mask) {
        if (Long.bitCount(mask) == 1) {
            long count = 1;
            for (PositionSet set :
                    products.get(Long.numberOfTrailingZeros(mask)).subList(axis, along.size())) {
                count = Math.multiplyExact(count, set.count().orElseThrow());
            }
            return count;
        }
        Map<Long, Long> classes = new HashMap<>();
        for (long members : members(axis, mask)) {
            classes.merge(members, 1L, Long::sum);
        }
        classes.remove(0L);
        long count = 0;
        for (Map.Entry<Long, Long> one : classes.entrySet()) {
            long rest = axis == along.size() - 1 ? 1 : count(axis + 1, one.getKey());
            count = Math.addExact(count, Math.multiplyExact(one.getValue(), rest));
        }
        return count;
    }

    /** Per position of the box along an axis, the products among {@code mask} that contain it. */
    private long[] members(int axis, long mask) {
        long first = along.get(axis).min();
        long[] members = new long[(int) along.get(axis).extent()];
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            long bit = Long.lowestOneBit(rest);
            products.get(Long.numberOfTrailingZeros(bit))
                    .get(axis)
                    .forEach(position -> members[(int) (position - first)] |= bit);
        }
        return members;
    }

    private Optional<List<Long>> firstMissing(int axis, long mask, List<Long> from, List<Long> to) {
        if (axis == along.size()) {
            return Optional.empty();
        }
        if (Long.bitCount(mask) == 1) {
            PositionSet set = products.get(Long.numberOfTrailingZeros(mask)).get(axis);
            OptionalLong missing = set.firstMissing(from.get(axis), to.get(axis));
            boolean atOnce = missing.isPresent() && missing.getAsLong() == from.get(axis);
            Optional<List<Long>> beyond = atOnce ? Optional.empty() : firstMissing(axis + 1, mask, from, to);
            if (beyond.isPresent()) {
                return Optional.of(at(from.get(axis), beyond.get()));
            }
            return missing.isPresent()
                    ? Optional.of(at(missing.getAsLong(), from.subList(axis + 1, from.size())))
                    : Optional.empty();
        }
        long[] members = members(axis, mask);
        long first = along.get(axis).min();
        Map<Long, Optional<List<Long>>> known = new HashMap<>();
        for (long position = from.get(axis); position <= to.get(axis); position++) {
            long here = position < first || position - first >= members.length ? 0 : members[(int) (position - first)];
            Optional<List<Long>> beyond = here == 0
                    ? Optional.of(from.subList(axis + 1, from.size()))
                    : known.computeIfAbsent(here, products -> firstMissing(axis + 1, products, from, to));
            if (beyond.isPresent()) {
                return Optional.of(at(position, beyond.get()));
            }
        }
        return Optional.empty();
    }

    private static List<Long> at(long position, List<Long> beyond) {
        List<Long> result = new ArrayList<>(beyond.size() + 1);
        result.add(position);
        result.addAll(beyond);
        return List.copyOf(result);
    }
}
