package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Unions of products against sets of positions listed one by one. */
@Tag("random")
final class PixelSetTest {
    @Test
    void pixelSetAgreesWithAListOfPositions() {
        Random random = new Random(5);
        for (int round = 0; round < Seeds.times(3_000); round++) {
            int axes = 1 + random.nextInt(3);
            List<List<PositionSet>> products = new ArrayList<>();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                List<PositionSet> product = new ArrayList<>();
                for (int axis = 0; axis < axes; axis++) {
                    product.add(set(random));
                }
                products.add(product);
            }
            compare(axes, products);
        }
    }

    private static PositionSet set(Random random) {
        if (random.nextInt(30) == 0) {
            return PositionSet.EMPTY;
        }
        return PositionSet.range(0, random.nextInt(2))
                .spread(1 + random.nextInt(4), 1 + random.nextInt(3))
                .shift(random.nextInt(7) - 3);
    }

    private static void compare(int axes, List<List<PositionSet>> products) {
        PixelSet pixels = PixelSet.of(axes, products);
        TreeSet<List<Long>> expected = new TreeSet<>(PixelSetTest::compareInOrder);
        List<List<Long>> all = box(Collections.nCopies(axes, -4L), Collections.nCopies(axes, 14L));
        for (List<Long> position : all) {
            if (products.stream().anyMatch(product -> isIn(product, position))) {
                expected.add(position);
            }
        }
        String what = products.toString();
        assertTrue(pixels.isCountable(), what);
        assertEquals(expected.isEmpty(), pixels.isEmpty(), what);
        assertEquals(OptionalLong.of(expected.size()), pixels.count(), what);
        for (List<Long> position : all) {
            assertEquals(
                    expected.contains(position),
                    pixels.contains(position.stream().mapToLong(Long::longValue).toArray()),
                    what);
        }
        if (expected.isEmpty()) {
            return;
        }
        List<Long> from = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            int along = axis;
            TreeSet<Long> projection = new TreeSet<>();
            expected.forEach(position -> projection.add(position.get(along)));
            from.add(projection.first());
            to.add(projection.last());
            assertEquals(OptionalLong.of(projection.size()), pixels.along(axis).count(), what);
        }
        List<List<Long>> missing = box(from, to);
        missing.removeIf(expected::contains);
        assertEquals(OptionalLong.of(missing.size()), pixels.missing(), what);
        assertEquals(missing.stream().findFirst(), pixels.firstMissing(), what);
        List<Long> outer = to.stream().map(corner -> corner + 2).toList();
        List<List<Long>> missingAround = box(from, outer);
        missingAround.removeIf(expected::contains);
        assertEquals(missingAround.stream().findFirst(), pixels.firstMissing(from, outer), what);
        assertEquals(axes, pixels.axes(), what);
        List<Long> inner = from.stream().map(corner -> corner + 1).toList();
        List<List<Long>> missingWithin = box(inner, to);
        missingWithin.removeIf(expected::contains);
        assertEquals(missingWithin.stream().findFirst(), pixels.firstMissing(inner, to), what);
    }

    private static boolean isIn(List<PositionSet> product, List<Long> position) {
        for (int axis = 0; axis < position.size(); axis++) {
            if (product.get(axis).isEmpty() || !product.get(axis).contains(position.get(axis))) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Long>> box(List<Long> from, List<Long> to) {
        List<List<Long>> positions = List.of(List.of());
        for (int axis = 0; axis < from.size(); axis++) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> position : positions) {
                for (long next = from.get(axis); next <= to.get(axis); next++) {
                    List<Long> one = new ArrayList<>(position);
                    one.add(next);
                    longer.add(one);
                }
            }
            positions = longer;
        }
        return positions;
    }

    private static int compareInOrder(List<Long> a, List<Long> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i).compareTo(b.get(i));
            }
        }
        return 0;
    }

    @Test
    void aProductOfAnySizeIsCounted() {
        PositionSet longRange = PositionSet.range(0, 1 << 30);
        PixelSet pixels = PixelSet.of(2, List.of(List.of(longRange, longRange.spread(2L << 30, 3))));
        assertEquals(OptionalLong.of(((1L << 30) + 1) * 3 * ((1L << 30) + 1)), pixels.count());
        PixelSet tooLarge = PixelSet.of(3, List.of(List.of(longRange, longRange, longRange)));
        assertTrue(tooLarge.isCountable());
        assertEquals(OptionalLong.empty(), tooLarge.count());
        assertEquals(OptionalLong.empty(), tooLarge.missing());
        assertEquals(Optional.empty(), tooLarge.firstMissing());
    }

    @Test
    void beyondItsBoundsOnlyTheProjectionsAreKnown() {
        PositionSet small = PositionSet.range(0, 2);
        PositionSet wide = PositionSet.range(0, PixelSet.LONGEST);
        PixelSet pixels = PixelSet.of(2, List.of(List.of(small, wide), List.of(wide, small)));
        assertFalse(pixels.isCountable());
        assertEquals(OptionalLong.empty(), pixels.count());
        assertEquals(wide, pixels.along(0));
    }

    @Test
    void nothingIsAProductWithoutPositions() {
        PixelSet nothing = PixelSet.of(2, List.of());
        assertTrue(nothing.isProduct() && nothing.isEmpty());
        assertEquals(OptionalLong.of(0), nothing.missing());
        assertEquals(Optional.of(List.of(3L, 4L)), nothing.firstMissing(List.of(3L, 4L), List.of(5L, 5L)));
        assertEquals(Optional.empty(), nothing.firstMissing(List.of(3L, 6L), List.of(5L, 5L)));
        List<PositionSet> square = List.of(PositionSet.range(0, 2), PositionSet.range(0, 2));
        List<PositionSet> moved = List.of(PositionSet.range(5, 6), PositionSet.range(5, 6));
        assertTrue(PixelSet.of(2, List.of(square)).isProduct());
        assertFalse(PixelSet.of(2, List.of(square, moved)).isProduct());
    }

    @Test
    void aFewPositionsFarApartMayHaveABoxOfAnySize() {
        PositionSet apart = PositionSet.range(0, 0).spread(1L << 40, 2);
        PixelSet pixels = PixelSet.of(2, List.of(List.of(apart, apart)));
        assertEquals(OptionalLong.of(4), pixels.count());
        assertEquals(OptionalLong.empty(), pixels.missing());
        // 2^63 positions are one more than fit, and 2^63 - 1 are not.
        PositionSet half = PositionSet.range(0, 0).spread((1L << 31) - 1, 2);
        PositionSet other = PositionSet.range(0, 0).spread((1L << 32) - 1, 2);
        assertEquals(
                OptionalLong.empty(),
                PixelSet.of(2, List.of(List.of(half, other))).missing());
        PositionSet seventh = PositionSet.range(0, 0).spread(6, 2);
        PositionSet rest = PositionSet.range(0, 0).spread(Long.MAX_VALUE / 7 - 1, 2);
        assertEquals(
                OptionalLong.of(Long.MAX_VALUE / 7 * 7 - 4),
                PixelSet.of(2, List.of(List.of(seventh, rest))).missing());
    }

    @Test
    void asManyProductsAndPositionsAsAreCountedAreCounted() {
        List<List<PositionSet>> products = new ArrayList<>();
        for (long i = 0; i < PixelSet.MOST_PRODUCTS; i++) {
            products.add(List.of(PositionSet.range(2 * i, 2 * i), PositionSet.range(i, i + 1)));
        }
        assertEquals(
                OptionalLong.of(2 * PixelSet.MOST_PRODUCTS),
                PixelSet.of(2, products).count());
        products.add(List.of(PositionSet.range(-1, -1), PositionSet.range(0, 0)));
        assertEquals(OptionalLong.empty(), PixelSet.of(2, products).count());
        PositionSet longest = PositionSet.range(1, PixelSet.LONGEST);
        PositionSet point = PositionSet.range(1, 1);
        List<List<PositionSet>> cross = List.of(List.of(longest, point), List.of(point, longest));
        assertEquals(
                OptionalLong.of(2L * PixelSet.LONGEST - 1),
                PixelSet.of(2, cross).count());
        PositionSet longer = PositionSet.range(0, PixelSet.LONGEST);
        assertEquals(
                OptionalLong.empty(),
                PixelSet.of(2, List.of(List.of(longer, point), List.of(point, point)))
                        .count());
    }
}
