package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What paths of different kinds see together: local ones, those that read the whole input, and those that nobody knows. */
final class FieldUnionTest {
    private static final FieldUnion WHOLE = FieldUnion.INPUT.through(new Step.Whole());
    private static final FieldUnion UNKNOWN = FieldUnion.INPUT.through(new Step.Unknown());
    private static final Step UNEVEN = new Resample(2, 3, Resample.Mode.NEAREST);
    private static final FieldUnion DRIFTING = FieldUnion.INPUT.through(UNEVEN);

    @Test
    void oneUnknownPathMakesTheFieldUnknown() {
        for (FieldUnion known : List.of(FieldUnion.INPUT, WHOLE)) {
            for (FieldUnion union : List.of(known.union(UNKNOWN), UNKNOWN.union(known))) {
                assertFalse(union.known());
                assertEquals(List.of(), union.fields());
                assertEquals(known.global(), union.global());
                assertTrue(union.uniform());
            }
        }
        assertTrue(FieldUnion.INPUT.union(WHOLE).known());
    }

    @Test
    void whatAPathReadsAsAWholeIsRememberedWhereAnotherIsUnknown() {
        FieldUnion wholeAndUnknown = WHOLE.union(UNKNOWN).through(new Step.Window(3, 1, 1, 1, 1, 0));
        assertFalse(wholeAndUnknown.known());
        assertTrue(wholeAndUnknown.global());
    }

    /** Three units for every two pixels: neighbours are no equal distance apart. */
    @Test
    void onePathWithoutAPeriodLeavesTheUnionWithoutOne() {
        assertFalse(DRIFTING.uniform());
        assertFalse(DRIFTING.union(UNKNOWN).uniform());
        assertFalse(UNKNOWN.union(DRIFTING).uniform());
        assertFalse(FieldUnion.INPUT.union(DRIFTING).uniform());
        assertFalse(DRIFTING.union(FieldUnion.INPUT).uniform());
        assertTrue(FieldUnion.INPUT
                .union(FieldUnion.INPUT.through(new Step.Window(3, 1, 1, 1, 1, 0)))
                .uniform());
    }

    /** Wherever the units of a global map are taken from, each of them sees the whole input. */
    @Test
    void resamplingAMapThatSeesEverythingChangesNothing() {
        FieldUnion resampled = WHOLE.through(UNEVEN);
        assertTrue(resampled.onlyGlobal());
        assertTrue(resampled.uniform());
    }

    /** Jumps of 1 and of 2: the branches drift apart, and there is no field that repeats. */
    @Test
    void pathsOfDifferentJumpsAreFieldsOfTheirOwn() {
        FieldUnion strided = FieldUnion.INPUT.through(new Step.Window(1, 2, 1, 0, 0, 0));
        FieldUnion union = FieldUnion.INPUT.union(strided);
        assertEquals(2, union.fields().size());
        assertFalse(union.uniform());
        assertEquals(OptionalLong.empty(), union.largest());
        FieldUnion further = union.through(new Step.Window(3, 1, 1, 1, 1, 0));
        assertEquals(2, further.fields().size());
        assertFalse(further.uniform());
    }

    /** Whatever the jumps, a broadcast map's units all see what its unit 0 sees: one field. */
    @Test
    void pathsThatMeetInABroadcastMapAreOneField() {
        FieldUnion strided = FieldUnion.INPUT.through(new Step.Window(2, 2, 1, 0, 0, 0));
        FieldUnion broadcast = FieldUnion.INPUT.union(strided).through(new Step.Broadcast());
        assertEquals(1, broadcast.fields().size());
        assertEquals(OptionalLong.of(2), broadcast.largest());
    }

    @Test
    void aPeriodThatIsTooLongToFollowLeavesTheFieldUnknown() {
        FieldUnion even = FieldUnion.INPUT.through(new Resample(1, 8193, Resample.Mode.NEAREST));
        assertFalse(even.known());
        assertTrue(even.uniform());
        FieldUnion uneven = FieldUnion.INPUT.through(new Resample(2, 8193, Resample.Mode.NEAREST));
        assertFalse(uneven.known());
        assertFalse(uneven.uniform());
        assertFalse(
                DRIFTING.through(new Resample(1, 8193, Resample.Mode.NEAREST)).uniform());
    }

    /** Periods of 64 and 81 units, each as many pixels: together 5184 units, more than are followed. */
    @Test
    void aUnionWhosePeriodIsTooLongIsUnknown() {
        FieldUnion union = repeated(64).union(repeated(81));
        assertFalse(union.known());
        assertTrue(union.uniform());
        assertTrue(repeated(64).union(repeated(128)).known());
    }

    private static FieldUnion repeated(long times) {
        return FieldUnion.INPUT
                .through(new Step.Window(1, times, 1, 0, 0, 0))
                .through(new Resample(1, times, Resample.Mode.NEAREST));
    }

    @Test
    void anExtentIsCoveredWhereUnitZeroSeesItsFirstAndItsLastPixel() {
        FieldUnion four = FieldUnion.INPUT.through(new Step.Window(4, 1, 1, 0, 0, 0));
        assertTrue(four.coversInput(Extent.of(4)));
        assertTrue(four.coversInput(Extent.of(3)));
        assertFalse(four.coversInput(Extent.of(5)));
        assertFalse(four.coversInput(new Extent(1, 4)));
        assertFalse(WHOLE.coversInput(Extent.of(4)));
    }

    /** The gate's only unit sees pixels 0 to 3: all of an input of 4, and not of one of 5, from which two units are left. */
    @Test
    void aGateThatSeesTheWholeInputIsAPathThatReadsItAll() {
        FieldUnion gated = last(4, "gate = Conv kernel=4\nm = Multiply from=<input>,gate");
        assertTrue(gated.global());
        assertEquals(OptionalLong.of(1), gated.largest());
        FieldUnion local = last(5, "gate = Conv kernel=4 stride=2\nm = Multiply from=<input>,gate");
        assertFalse(local.global());
        // Every unit sees its own pixel, and 0 to 3, which do not move with it.
        assertEquals(2, local.fields().size());
    }

    private static FieldUnion last(long extent, String text) {
        NetworkBuilder.Built built = NetworkBuilder.build(
                ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of(extent)), text));
        assertEquals(List.of(), built.findings());
        return Analysis.of(built.network()).last().get(0).seen();
    }
}
