package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Boxes of units and units of pixels; that they are right is tested against brute force in the processor. */
final class FieldsTest {
    private final NetworkReport report = Reports.small();

    private static Optional<PixelBox> box(long top, long bottom, long left, long right) {
        return Optional.of(new PixelBox(List.of(new Span(top, bottom), new Span(left, right))));
    }

    @Test
    void boxesMoveWithTheUnit() {
        assertEquals(box(-1, 1, -1, 1), report.field("stem", 0, 0));
        assertEquals(box(9, 11, 29, 31), report.field("stem", 5, 15));
        assertEquals(box(0, 1, 3, 5), report.clippedField("stem", 0, 2));
        assertEquals(box(0, 31, 0, 31), report.field("pool", 0, 0));
    }

    @Test
    void fieldsWithoutAPeriodAreUnknown() {
        assertEquals(Optional.empty(), report.field("spatial", 0, 0));
        assertEquals(Optional.empty(), report.unitsSeeing("spatial", 0, 0));
    }

    @Test
    void pixelsHaveTheirUnits() {
        UnitSet units = report.unitsSeeing("stem", 1, 30).orElseThrow();
        assertEquals(List.of(List.of(new Span(0, 1)), List.of(new Span(15, 15))), units.axes());
        assertEquals(2, units.count());
        assertTrue(units.contains(1, 15));
        assertFalse(units.contains(1, 14));
        assertFalse(units.isEmpty());
        Map<String, UnitSet> all = report.unitsSeeing(1, 30);
        assertEquals(List.of("stem", "pool"), List.copyOf(all.keySet()));
        assertEquals(units, all.get("stem"));
        assertEquals(1, all.get("pool").count());
    }

    @Test
    void withoutAnExtentTheUnitsEndWhereTheyCeaseToSee() {
        AxisField half = axis(
                Optional.of(Rational.of(1, 2)),
                2,
                List.of(phase(0, 1), new Phase(OptionalLong.empty(), 0, OptionalLong.of(0))));
        assertEquals(Optional.of(List.of(new Span(14, 14))), Fields.seeing(half, OptionalLong.empty(), 7));
        assertEquals(Optional.of(List.of()), Fields.seeing(half, OptionalLong.of(14), 7));
        AxisField alike = axis(Optional.empty(), 1, List.of());
        assertEquals(Optional.empty(), Fields.seeing(alike, OptionalLong.empty(), 7));
        assertEquals(Optional.of(List.of(new Span(0, 2))), Fields.seeing(alike, OptionalLong.of(3), 7));
    }

    @Test
    void unitsThatSeeNothingHaveAnEmptyBox() {
        AxisField half = axis(
                Optional.of(Rational.of(1, 2)),
                2,
                List.of(phase(0, 1), new Phase(OptionalLong.empty(), 0, OptionalLong.of(0))));
        assertEquals(Optional.of(new Span(3, 3)), Fields.of(half, 6));
        assertEquals(Optional.of(Span.EMPTY), Fields.of(half, 7));
        assertTrue(new PixelBox(List.of(new Span(0, 5), new Span(4, 3))).isEmpty());
    }

    @Test
    void anUnknownStartLeavesTheBoxUnknown() {
        AxisField two = axis(
                Optional.of(Rational.ONE),
                2,
                List.of(phase(0, 1), new Phase(OptionalLong.empty(), 3, OptionalLong.of(3))));
        assertEquals(Optional.of(new Span(0, 0)), Fields.of(two, 0));
        assertEquals(Optional.empty(), Fields.of(two, 1));
        assertEquals(Optional.empty(), Fields.seeing(two, OptionalLong.of(4), 0));
    }

    @Test
    void placesOutsideAreRefused() {
        assertRefused("[1] has 1 coordinates; there are 2 axes", () -> report.field("stem", 1));
        assertRefused("[16, 0] is not a place of stem, whose extents are 16", () -> report.field("stem", 16, 0));
        assertRefused(
                "[0, -1] is not a place of spatial, whose extents are ?x16", () -> report.field("spatial", 0, -1));
        assertRefused(
                "[32, 0] is not a place of the input, whose extents are 32", () -> report.unitsSeeing("stem", 32, 0));
        assertRefused("[0] has 1 coordinates; there are 2 axes", () -> report.unitsSeeing(0));
        assertRefused(
                "[0, 0, 0] has 3 coordinates; there are 2 axes",
                () -> report.field("stem", 0, 0).orElseThrow().contains(0, 0, 0));
    }

    @Test
    void boxesOfTheFarthestUnitsDoNotWrapAround() {
        AxisField far = axis(Optional.of(Rational.of(1L << 40)), 1, List.of());
        assertThrows(ArithmeticException.class, () -> Fields.of(far, 1L << 40));
    }

    @Test
    void spansWithoutAPositionAreEqual() {
        assertEquals(Span.EMPTY, new Span(7, 3));
        assertEquals(0, Span.EMPTY.size());
        assertEquals("none", Span.EMPTY.toString());
        assertEquals("-3..4", new Span(-3, 4).toString());
        assertEquals(Span.EMPTY, new Span(0, 4).intersection(new Span(5, 9)));
        assertEquals(Span.EMPTY, new Span(-3, 4).intersection(Span.EMPTY));
        assertThrows(ArithmeticException.class, () -> new Span(0, Long.MAX_VALUE).size());
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static Phase phase(long start, long size) {
        return new Phase(OptionalLong.of(start), size, OptionalLong.of(size));
    }

    /** Size 9 from pixel 0 on. */
    private static AxisField axis(Optional<Rational> jump, int period, List<Phase> phases) {
        return new AxisField(
                OptionalLong.of(9),
                OptionalLong.empty(),
                jump,
                Optional.of(Rational.ZERO),
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                true,
                OptionalLong.empty(),
                period,
                phases);
    }
}
