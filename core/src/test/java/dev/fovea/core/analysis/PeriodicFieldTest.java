package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.network.Grouped;
import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import dev.fovea.core.network.Units;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Periodic fields, against following each unit down to the pixels it sees. */
@Tag("random")
final class PeriodicFieldTest {
    private static final int LONGEST = PeriodicField.MAX_PERIOD;

    /** A field, and what each unit sees, unit by unit. */
    private record Followed(PeriodicField field, LongFunction<TreeSet<Long>> pixels) {
        static final Followed INPUT = new Followed(PeriodicField.INPUT, unit -> new TreeSet<>(List.of(unit)));

        Followed through(Step.Local step) {
            return new Followed(field.through(step).orElseThrow(), unit -> {
                TreeSet<Long> seen = new TreeSet<>();
                Units read = step.reads(unit);
                for (long i = 0; i < read.count(); i++) {
                    seen.addAll(pixels.apply(read.first() + i * read.distance()));
                }
                return seen;
            });
        }

        Followed union(Followed other) {
            return new Followed(field.union(other.field).orElseThrow(), unit -> {
                TreeSet<Long> seen = new TreeSet<>(pixels.apply(unit));
                seen.addAll(other.pixels.apply(unit));
                return seen;
            });
        }

        boolean repeatsAfter(int period, long shift) {
            for (long unit = 0; unit < field.period(); unit++) {
                TreeSet<Long> moved = new TreeSet<>();
                pixels.apply(unit).forEach(pixel -> moved.add(pixel + shift));
                if (!moved.equals(pixels.apply(unit + period))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void everyUnitSeesWhatFollowingItShows() {
        Random random = new Random(1);
        for (int i = 0; i < Seeds.times(400); i++) {
            Followed followed = random(random);
            for (long unit = -9; unit < 2L * followed.field().period() + 3; unit++) {
                assertEquals(
                        followed.pixels().apply(unit),
                        pixels(followed.field().at(unit)),
                        followed.field().toString());
            }
        }
    }

    @Test
    void noShorterPeriodWouldDo() {
        Random random = new Random(2);
        for (int i = 0; i < Seeds.times(400); i++) {
            Followed followed = random(random);
            long shift = followed.field().shift();
            int period = followed.field().period();
            assertTrue(followed.repeatsAfter(period, shift));
            for (int shorter = 1; shorter < period; shorter++) {
                boolean isWhole = shift * shorter % period == 0;
                assertFalse(
                        isWhole && followed.repeatsAfter(shorter, shift * shorter / period),
                        followed.field().toString());
            }
        }
    }

    /**
     * Pairs of pixels, each read by the two units that stand for it: {0, 1}, {0, 1}, {2, 3}, {2, 3}. Beside them unit u reads
     * pixels u - 1 and u + 1, so that both together see u - 1 to u + 1: one unit is a period.
     */
    @Test
    void aUnionMayHaveAShorterPeriodThanBoth() {
        Followed pairs = Followed.INPUT.through(window(2, 2, 1, 0)).through(nearest(2));
        Followed beside = Followed.INPUT.through(window(2, 1, 2, 1));
        assertEquals(2, pairs.field().period());
        PeriodicField union = pairs.union(beside).field();
        assertEquals(new PeriodicField(1, List.of(PositionSet.range(-1, 1)), Map.of()), union);
    }

    /**
     * Four units for four pixels, {0, 1, 2, 3}, and two that see the pairs of pixels before and after theirs, {-2, -1, 2, 3}
     * and then {0, 1, 4, 5}: together -2 to 3, and two units later two pixels on.
     */
    @Test
    void aUnionOfFourUnitsMayRepeatAfterTwo() {
        Followed four = Followed.INPUT.through(window(4, 4, 1, 0)).through(nearest(4));
        Followed pairs = Followed.INPUT
                .through(window(2, 2, 1, 0))
                .through(window(2, 1, 2, 1))
                .through(nearest(2));
        PositionSet both = PositionSet.range(-2, 3);
        assertEquals(
                new PeriodicField(2, List.of(both, both), Map.of()),
                four.union(pairs).field());
    }

    @Test
    void meansAreThoseOverOnePeriod() {
        Random random = new Random(3);
        int blind = 0;
        for (int i = 0; i < Seeds.times(400); i++) {
            Followed followed = random(random);
            assertEquals(
                    mean(followed, seen -> Rational.of(seen.first() + seen.last(), 2)),
                    followed.field().meanCentre());
            assertEquals(
                    mean(followed, seen -> Rational.of(seen.last())),
                    followed.field().meanEnd());
            blind += followed.field().phases().stream().anyMatch(PositionSet::isEmpty) ? 1 : 0;
        }
        assertTrue(blind > 0);
    }

    /** Of four units the transposed convolution writes the first, and the window reads the second. */
    @Test
    void whatSeesNothingHasNoMean() {
        Followed sparse = Followed.INPUT.through(new Step.Transposed(1, 4, 1, 0, 0));
        PeriodicField blind = sparse.through(window(1, 4, 1, -1)).field();
        assertEquals(Optional.empty(), blind.meanCentre());
        assertEquals(Optional.empty(), blind.meanEnd());
        assertEquals(Optional.of(Rational.ZERO), sparse.field().meanCentre());
    }

    @Test
    void aFieldContainsAnotherWhereEveryUnitSeesAsMuch() {
        Random random = new Random(4);
        int contained = 0;
        for (int i = 0; i < Seeds.times(3000); i++) {
            Followed one = random(random);
            Followed other =
                    random.nextBoolean() ? random(random) : one.through(window(1 + random.nextInt(2), 1, 1, 0));
            boolean moveAlike = one.field().jump().equals(other.field().jump());
            assertEquals(moveAlike, one.field().movesLike(other.field()));
            boolean contains = moveAlike;
            long common = (long) one.field().period() * other.field().period();
            for (long unit = 0; contains && unit < common; unit++) {
                contains = one.pixels().apply(unit).containsAll(other.pixels().apply(unit));
            }
            assertEquals(contains, one.field().containsAll(other.field()), one.field() + " " + other.field());
            contained += contains && !one.field().equals(other.field()) ? 1 : 0;
        }
        assertTrue(contained > 0);
    }

    @Test
    void coverageAsksForEveryPixelWithoutAGap() {
        PeriodicField three = Followed.INPUT.through(window(3, 1, 1, 1)).field();
        assertTrue(three.covers(-1, 1));
        assertTrue(three.covers(0, 1));
        assertFalse(three.covers(-2, 1));
        assertFalse(three.covers(-1, 2));
        assertFalse(Followed.INPUT.through(window(2, 1, 2, 1)).field().covers(-1, 1));
        assertFalse(Followed.INPUT
                .through(new Step.Window(3, 1, 1, 0, 0, 7))
                .field()
                .covers(0, 0));
        // Pixels 0, 1, 4 and 5: the gap matters only to who asks for it.
        PeriodicField apart = Followed.INPUT
                .through(window(2, 1, 1, 0))
                .through(window(2, 1, 4, 0))
                .field();
        assertTrue(apart.covers(0, 1));
        assertTrue(apart.covers(4, 5));
        assertFalse(apart.covers(0, 4));
        Followed sparse = Followed.INPUT.through(new Step.Transposed(1, 2, 1, 0, 0));
        assertFalse(sparse.through(window(1, 2, 1, -1)).field().covers(0, 0));
    }

    @Test
    void unknownNumbersOfPaddingAreKeptApartAndCancelOut() {
        Step.Window open = new Step.Window(1, 1, 1, 0, 0, 7);
        PeriodicField moved = PeriodicField.INPUT
                .through(window(1, 2, 1, 0))
                .orElseThrow()
                .through(open)
                .orElseThrow();
        // Unit u reads unit u - x of a map of jump 2: pixel 2u - 2x.
        assertEquals(Map.of(7, -2L), moved.offset());
        assertEquals(2, moved.shift());
        assertFalse(
                moved.movesLike(PeriodicField.INPUT.through(window(1, 2, 1, 0)).orElseThrow()));
        PeriodicField back = new PeriodicField(-2, moved.phases(), moved.offset())
                .through(open)
                .orElseThrow();
        assertEquals(Map.of(), back.offset());
    }

    @Test
    void aPeriodIsFollowedUpToTheLongest() {
        PeriodicField longest = PeriodicField.INPUT.through(nearest(LONGEST)).orElseThrow();
        assertEquals(LONGEST, longest.period());
        assertEquals(Optional.empty(), PeriodicField.INPUT.through(nearest(LONGEST + 1)));
        Resample linear = new Resample(1, LONGEST, Resample.Mode.LINEAR);
        PeriodicField smooth = PeriodicField.INPUT.through(linear).orElseThrow();
        PeriodicField union = longest.union(smooth).orElseThrow();
        assertEquals(LONGEST, union.period());
        assertTrue(union.containsAll(longest));
        assertTrue(union.containsAll(smooth));
        assertFalse(longest.containsAll(smooth));
        // Half-way between pixels it reads both, and each pixel is one of two.
        assertTrue(smooth.containsAll(longest));
    }

    /** Periods of 64 and 81 units, each as many pixels: together 5184 units. */
    @Test
    void whatTwoPeriodsMakeTooLongIsUnknown() {
        PeriodicField one =
                Followed.INPUT.through(window(1, 64, 1, 0)).through(nearest(64)).field();
        PeriodicField other =
                Followed.INPUT.through(window(1, 81, 1, 0)).through(nearest(81)).field();
        assertTrue(one.movesLike(other));
        assertEquals(Optional.empty(), one.union(other));
        assertFalse(one.containsAll(other));
    }

    @Test
    void theLargestAndTheSmallestFieldAreThoseOfTheUnitsThatThereAre() {
        // Three units for two pixels: they see pixel 0, pixels 0 and 1, and pixel 1.
        PeriodicField field = Followed.INPUT
                .through(new Resample(2, 3, Resample.Mode.ADAPTIVE))
                .field();
        List<Long> sizes = new ArrayList<>();
        field.phases().forEach(phase -> sizes.add(phase.extent()));
        assertEquals(List.of(1L, 2L, 1L), sizes);
        assertEquals(1, field.largest(1).orElseThrow());
        assertEquals(2, field.largest(2).orElseThrow());
        assertEquals(1, field.smallest(Long.MAX_VALUE).orElseThrow());
    }

    private static Followed random(Random random) {
        Followed followed = chain(random, 1 + random.nextInt(3));
        for (int tries = random.nextInt(12); tries > 0; tries--) {
            Followed other = chain(random, 1 + random.nextInt(3));
            if (followed.field().movesLike(other.field())) {
                return followed.union(other);
            }
        }
        return followed;
    }

    private static Followed chain(Random random, int steps) {
        Followed followed = Followed.INPUT;
        for (int i = 0; i < steps; i++) {
            Followed next = followed.through(step(random));
            followed = next.field().period() <= 12 ? next : followed;
        }
        return followed;
    }

    private static Step.Local step(Random random) {
        int kernel = 1 + random.nextInt(3);
        int number = 1 + random.nextInt(4);
        return switch (random.nextInt(6)) {
            case 0, 1 -> window(kernel, 1 + random.nextInt(3), 1 + random.nextInt(2), random.nextInt(4) - 1);
            case 2 -> new Step.Transposed(kernel, 1 + random.nextInt(3), 1 + random.nextInt(2), random.nextInt(3), 0);
            case 3 -> nearest(number);
            case 4 -> new Grouped(number, random.nextInt(number));
            default -> {
                Resample.Mode mode = random.nextBoolean() ? Resample.Mode.LINEAR : Resample.Mode.ADAPTIVE;
                yield new Resample(1 + random.nextInt(4), number, mode);
            }
        };
    }

    private static Step.Window window(long kernel, long stride, long rate, long begin) {
        return new Step.Window(kernel, stride, rate, begin, 0, 0);
    }

    private static Resample nearest(long factor) {
        return new Resample(1, factor, Resample.Mode.NEAREST);
    }

    private static TreeSet<Long> pixels(PositionSet set) {
        TreeSet<Long> pixels = new TreeSet<>();
        set.forEach(pixels::add);
        return pixels;
    }

    private static Optional<Rational> mean(Followed followed, Function<TreeSet<Long>, Rational> place) {
        int period = followed.field().period();
        Rational sum = Rational.ZERO;
        long seeing = 0;
        for (long unit = 0; unit < period; unit++) {
            TreeSet<Long> seen = followed.pixels().apply(unit);
            if (!seen.isEmpty()) {
                Rational own = Rational.of(unit * followed.field().shift(), period);
                sum = sum.plus(place.apply(seen)).minus(own);
                seeing++;
            }
        }
        return seeing == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Rational.of(seeing)));
    }
}
