package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every figure of a verdict against brute force, for all short stacks of small rates. */
final class AxisVerdictTest {
    private static final List<List<Integer>> KERNELS = List.of(
            List.of(2, 2, 2, 2),
            List.of(3, 3, 3, 3),
            List.of(4, 4, 4, 4),
            List.of(5, 5, 5, 5),
            List.of(7, 7, 7, 7),
            List.of(3, 5, 3, 2),
            List.of(3, 3, 5, 5),
            List.of(7, 2, 2, 3));

    @Test
    void everyFigureIsTheDefinitions() {
        for (List<Integer> kernels : KERNELS) {
            for (int length = 1; length <= 4; length++) {
                List<Integer> used = kernels.subList(0, length);
                Oracle.lists(length, 8, rates -> {
                    DilationAxis axis = DilationAxis.of(used, rates);
                    check(axis);
                    check(axis.withEntry(3));
                    check(axis.withExit(2, 1));
                    check(axis.withEntry(2).withExit(3, 3));
                });
            }
        }
    }

    private static void check(DilationAxis axis) {
        AxisVerdict verdict = AxisVerdict.of(axis);
        assertEquals(Oracle.divisor(axis.rates()), verdict.divisor());
        check(Oracle.own(axis), verdict.own());
        check(Oracle.full(axis), verdict.full());
        checkEdges(axis, verdict);
        boolean complete = Oracle.count(Oracle.full(axis)) == Oracle.full(axis).length;
        for (boolean strict : new boolean[] {true, false}) {
            Optional<Violation> expected = axis.rates().size() < 2
                    ? Optional.empty()
                    : Oracle.divisor(axis.rates()) > 1
                            ? Optional.of(Violation.COMMON_DIVISOR)
                            : Oracle.hasGap(axis) && (strict || !complete)
                                    ? Optional.of(Violation.GAP)
                                    : complete ? Optional.empty() : Optional.of(Violation.HOLE);
            assertEquals(expected, verdict.judge(strict), axis::toString);
            expected.ifPresent(violation -> assertTrue(verdict.anchor(violation) >= 0
                    && verdict.anchor(violation) < axis.rates().size()));
        }
    }

    private static void check(boolean[] read, Coverage coverage) {
        assertEquals(read.length, coverage.size());
        assertEquals(OptionalLong.of(Oracle.count(read)), coverage.covered());
        assertEquals(Oracle.count(read) == read.length, coverage.isComplete());
        int unread = 0;
        while (unread < read.length && read[unread]) {
            unread++;
        }
        assertEquals(unread == read.length ? OptionalLong.empty() : OptionalLong.of(unread), coverage.firstUnread());
        assertEquals(unread != read.length, coverage.firstBeyond().isPresent());
        int gap = 1;
        for (int position = 1, last = 0; position < read.length; position++) {
            if (read[position]) {
                gap = Math.max(gap, position - last);
                last = position;
            }
        }
        assertEquals(OptionalLong.of(gap), coverage.gap());
    }

    private static void checkEdges(DilationAxis axis, AxisVerdict verdict) {
        List<List<int[]>> expected = Oracle.edges(axis);
        assertEquals(expected.size(), verdict.edges().size());
        int first = Oracle.classicalList(axis).size() > axis.rates().size() ? -1 : 0;
        for (int i = 0; i < expected.size(); i++) {
            check(expected.get(i), verdict.edges().get(i));
            assertEquals(first, verdict.edges().get(i).first());
            first += expected.get(i).size();
        }
        check(Oracle.classicalList(axis), verdict.whole().orElseThrow());
    }

    private static void check(List<int[]> expected, RisingEdge edge) {
        assertEquals(Oracle.rates(expected), edge.rates());
        List<Long> m = new ArrayList<>();
        for (int i = 0; i < expected.size() && Oracle.isUniform(expected); i++) {
            m.add(Oracle.m(edge.rates(), i));
        }
        assertEquals(m, edge.m());
        assertEquals(m.isEmpty() ? OptionalInt.empty() : OptionalInt.of(expected.get(0)[1]), edge.kernel());
    }

    @Test
    void aHoleIsReportedWhereTheBoundIsFirstExceeded() {
        assertEquals(2, AxisVerdict.of(DilationAxis.of(3, 1, 2, 9)).anchor(Violation.GAP));
        assertEquals(0, AxisVerdict.of(DilationAxis.of(3, 9, 2, 1)).anchor(Violation.HOLE));
        assertEquals(0, AxisVerdict.of(DilationAxis.of(3, 2, 3)).anchor(Violation.HOLE));
        assertEquals(1, AxisVerdict.of(DilationAxis.of(3, 1, 4, 1)).anchor(Violation.GAP));
        AxisVerdict led = AxisVerdict.of(DilationAxis.of(3, 4, 1).withEntry(3).withExit(3, 1));
        assertEquals(Optional.of(Violation.GAP), led.judge(true));
        assertEquals(0, led.anchor(Violation.GAP));
        for (DilationAxis beside : List.of(
                DilationAxis.of(3, 1, 2, 9).withExit(3, 1),
                DilationAxis.of(3, 1, 2, 9).withEntry(3),
                DilationAxis.of(3, 1, 2, 9).withEntry(5).withExit(5, 1))) {
            assertEquals(2, AxisVerdict.of(beside).anchor(Violation.GAP), beside::toString);
        }
        assertEquals(
                1,
                AxisVerdict.of(DilationAxis.of(3, 2, 9).withEntry(3).withExit(3, 1))
                        .anchor(Violation.GAP));
        AxisVerdict strided = AxisVerdict.of(DilationAxis.of(3, 1, 2).withExit(3, 8));
        assertEquals(Optional.of(Violation.HOLE), strided.judge(true));
        assertEquals(1, strided.anchor(Violation.HOLE));
    }

    @Test
    void longStacksAndLargeRatesStayExact() {
        List<Integer> threes = Collections.nCopies(10_000, 3);
        AxisVerdict lattice = AxisVerdict.of(
                DilationAxis.of(2, 1, 1).withEntry(3).withExit(3, 1).withRates(List.of(1 << 24, 1 << 24)));
        assertEquals(OptionalLong.of(15), lattice.full().covered());
        int[] rates = threes.stream().mapToInt(three -> 1 << 24).toArray();
        rates[0] = 1;
        AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(threes, rates));
        assertEquals(3 + 9_999L * (1 << 25), verdict.own().size());
        assertEquals(OptionalLong.of(3 * 19_999L), verdict.own().covered());
        assertEquals(Optional.of(Violation.GAP), verdict.judge(false));
    }

    @Test
    void tooManyRunsLeaveTheCountUnknownAndTheVerdictKnown() {
        int[] rates = new int[12];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (int) Math.pow(4, i);
        }
        Coverage own = AxisVerdict.of(DilationAxis.of(3, rates)).own();
        assertEquals(OptionalLong.empty(), own.covered());
        assertEquals(OptionalLong.of(3), own.firstUnread());
        assertEquals(OptionalInt.of(1), own.firstBeyond());
    }

    @Test
    void aStackWithoutLayersHasNothingWrong() {
        AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(3).withEntry(3));
        assertEquals(Optional.empty(), verdict.judge(true));
        assertTrue(verdict.edges().isEmpty() && verdict.whole().isEmpty());
        assertEquals(3, verdict.full().size());
    }

    @Test
    void overflowIsAnExceptionNotAFigure() {
        List<Integer> kernels = Collections.nCopies(9, Integer.MAX_VALUE);
        int[] rates = kernels.stream().mapToInt(kernel -> kernel).toArray();
        assertThrows(ArithmeticException.class, () -> AxisVerdict.of(DilationAxis.of(kernels, rates)));
        assertThrows(IllegalArgumentException.class, () -> DilationAxis.of(3, 0));
        assertThrows(IllegalArgumentException.class, () -> DilationAxis.of(1, 2));
    }
}
