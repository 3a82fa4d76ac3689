package dev.fovea.core.paths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers of paths that are followed no further, while their moments are. */
final class CountsTest {
    /** Farther apart than the longest row. */
    private static final long FAR = 1 << 22;

    private final Allowance allowance = new Allowance(1);

    private Counts pair(long step) {
        return Counts.ONE.spread(step, 2, 1, allowance);
    }

    private static Moments moments(long total, long first, long second) {
        return new Moments(BigInteger.valueOf(total), BigInteger.valueOf(first), BigInteger.valueOf(second));
    }

    @Test
    void whatIsAddedToNumbersThatAreNotFollowedIsNotFollowed() {
        Counts far = pair(FAR);
        assertEquals(Optional.empty(), far.row());
        assertEquals(Optional.empty(), far.bulk());
        assertEquals(moments(2, FAR, FAR * FAR), far.moments());
        for (Counts sum : new Counts[] {far.plus(pair(1), allowance), pair(1).plus(far, allowance)}) {
            assertEquals(Optional.empty(), sum.row());
            assertEquals(moments(4, FAR + 1, FAR * FAR + 1), sum.moments());
        }
        assertEquals(Optional.empty(), far.times(3, allowance).row());
        assertEquals(moments(6, 3 * FAR, 3 * FAR * FAR), far.times(3, allowance).moments());
        assertEquals(Optional.empty(), far.spread(1, 2, 1, allowance).row());
        assertEquals(Optional.empty(), far.shift(1).row());
        assertEquals(moments(2, FAR + 2, FAR * FAR + 2 * FAR + 2), far.shift(1).moments());
    }

    @Test
    void whatIsAddedToNothingStays() {
        Counts pair = pair(1);
        assertEquals(pair, pair.plus(Counts.NONE, allowance));
        assertEquals(pair, Counts.NONE.plus(pair, allowance));
        assertTrue(Counts.NONE.plus(Counts.NONE, allowance).isEmpty());
        assertTrue(Counts.NONE.spread(2, 3, 1, allowance).isEmpty());
    }

    @Test
    void countsAreEqualWhereNothingTellsThemApart() {
        assertEquals(pair(1), pair(1));
        assertEquals(pair(1).hashCode(), pair(1).hashCode());
        assertNotEquals(pair(1), pair(2), "numbers");
        assertNotEquals(pair(1), pair(1).shift(1), "place");
        assertEquals(pair(FAR), pair(FAR));
        assertNotEquals(pair(FAR), pair(FAR + 1), "moments");
        Allowance spent = new Allowance(1);
        while (spent.covers(1)) {
            spent.covers(1 << 20);
        }
        Counts unfollowed = Counts.ONE.spread(1, 2, 1, spent);
        assertEquals(unfollowed.moments(), pair(1).moments());
        assertNotEquals(unfollowed, pair(1), "followed");
        assertNotEquals(pair(1), unfollowed, "followed");
        assertFalse(pair(1).equals(null));
    }
}
