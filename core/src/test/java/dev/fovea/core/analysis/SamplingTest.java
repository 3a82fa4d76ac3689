package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Patterns of positions that are read: what is known of them, and up to which period. */
final class SamplingTest {
    private static final int LONGEST = Sampling.MAX_PERIOD;
    private static final Step BROADCAST = new Step.Broadcast();
    private static final Step UNKNOWN = new Step.Unknown();

    @Test
    void ofAnUnknownStepNothingIsKnown() {
        assertEquals(Optional.empty(), Sampling.of(UNKNOWN));
        assertEquals(Optional.empty(), Sampling.ALL.through(UNKNOWN));
        assertEquals(Optional.empty(), every(2).through(UNKNOWN));
    }

    @Test
    void whatReadsTheWholeMapReadsEveryPosition() {
        assertTrue(Sampling.of(new Step.Whole()).orElseThrow().isEverything());
        assertTrue(Sampling.ALL.through(BROADCAST).orElseThrow().isEverything());
    }

    /** Of a map of one unit a reader that leaves units out may leave that one out. */
    @Test
    void ofABroadcastMapThatIsReadInPartNothingIsKnown() {
        assertEquals(Optional.empty(), every(2).through(BROADCAST));
    }

    /** Every third unit of every second position: every sixth. */
    @Test
    void stridesMultiply() {
        Sampling sixth = every(3).through(window(2, 0)).orElseThrow();
        assertArrayEquals(new boolean[] {true, false, false, false, false, false}, sixth.read());
        assertEquals(1, sixth.count());
        assertFalse(sixth.isEverything());
        assertTrue(sixth.reads(12));
        assertFalse(sixth.reads(13));
    }

    /** Each unit twice, of which every second is read: all. */
    @Test
    void repeatedUnitsAreReadWhereOneOfThemIs() {
        Sampling all =
                every(2).through(new Resample(1, 2, Resample.Mode.NEAREST)).orElseThrow();
        assertTrue(all.isEverything());
    }

    @Test
    void anUnknownNumberOfPaddingMovesThePattern() {
        Sampling moved = Sampling.of(window(2, 5)).orElseThrow();
        assertEquals(5, moved.begin());
        assertEquals(5, moved.through(window(1, 0)).orElseThrow().begin());
        assertEquals(5, every(2).through(window(1, 5)).orElseThrow().begin());
        assertEquals(0, every(2).through(window(1, 0)).orElseThrow().begin());
        // Moved by two unknown numbers, or by one that a stride multiplies, it is nowhere known.
        assertEquals(Optional.empty(), moved.through(window(1, 6)));
        assertEquals(Optional.empty(), moved.through(window(2, 0)));
    }

    @Test
    void aPatternIsFollowedUpToTheLongestPeriod() {
        assertEquals(LONGEST, every(LONGEST).read().length);
        assertEquals(Optional.empty(), Sampling.of(window(LONGEST + 1, 0)));
        assertEquals(
                LONGEST, every(LONGEST / 2).through(window(2, 0)).orElseThrow().read().length);
        assertEquals(Optional.empty(), every(LONGEST / 2 + 1).through(window(2, 0)));
        // 4096 units of which each position holds 4096, and then 4097.
        Sampling longest = every(LONGEST);
        assertEquals(
                1,
                longest.through(new Resample(1, LONGEST, Resample.Mode.NEAREST))
                        .orElseThrow()
                        .read()
                        .length);
        assertEquals(Optional.empty(), longest.through(new Resample(1, LONGEST + 1, Resample.Mode.NEAREST)));
    }

    private static Sampling every(int stride) {
        return Sampling.of(window(stride, 0)).orElseThrow();
    }

    private static Step window(int stride, int unknownBegin) {
        return new Step.Window(1, stride, 1, 0, 0, unknownBegin);
    }
}
