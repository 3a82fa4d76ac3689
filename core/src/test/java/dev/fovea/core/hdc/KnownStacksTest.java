package dev.fovea.core.hdc;

import static dev.fovea.core.hdc.Violation.COMMON_DIVISOR;
import static dev.fovea.core.hdc.Violation.GAP;
import static dev.fovea.core.hdc.Violation.HOLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.converter.SimpleArgumentConverter;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates from the literature and from published networks, and what becomes of them. */
final class KnownStacksTest {
    /** Reads {@code "1,2,5"}. */
    static final class Rates extends SimpleArgumentConverter {
        @Override
        protected Object convert(Object source, Class<?> target) {
            return Arrays.stream(source.toString().split(","))
                    .mapToInt(Integer::parseInt)
                    .toArray();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,1,1",
                "1,2,3",
                "1,2,5",
                "1,2,3,1,2,3",
                "1,2,5,1,2,5",
                "1,2,3,2,5",
                "1,2,4,8", // D-LinkNet
                "1,1,2,4,8,16,1", // Yu and Koltun 2016
                "1,2,5,9,1,2,5,9,5,9,17", // DUC with hybrid rates
                "1,1,2,2,4,4,8,8", // a temporal convolutional network
                "1,2,2,2,2,2" // torchvision's DeepLab-v3, third stage
            })
    void sound(@ConvertWith(Rates.class) int[] rates) {
        assertJudged(Optional.empty(), Optional.empty(), DilationAxis.of(3, rates));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,2,2",
                "2,4,6",
                "2,4,8",
                "2,2,2,2,2,2", // CSRNet
                "2,2,2,2,2,2,4,4,4", // PSPNet
                "3,6,12,18,24" // DenseASPP
            })
    void commonDivisor(@ConvertWith(Rates.class) int[] rates) {
        DilationAxis axis = DilationAxis.of(3, rates);
        assertJudged(Optional.of(COMMON_DIVISOR), Optional.of(COMMON_DIVISOR), axis);
        // An undilated neighbour completes the coverage at most; the interleaved networks stay.
        assertJudged(Optional.of(COMMON_DIVISOR), Optional.of(COMMON_DIVISOR), axis.withEntry(3));
    }

    @Test
    void knownGapsAreJudged() {
        assertJudged(Optional.of(GAP), Optional.of(GAP), DilationAxis.of(3, 1, 2, 9));
        assertJudged(Optional.of(GAP), Optional.empty(), DilationAxis.of(3, 1, 4, 1));
        assertJudged(Optional.of(GAP), Optional.empty(), DilationAxis.of(4, 1, 1, 7));
    }

    @Test
    void knownHolesAreJudged() {
        assertJudged(Optional.of(HOLE), Optional.of(HOLE), DilationAxis.of(3, 2, 3));
        assertJudged(Optional.of(HOLE), Optional.of(HOLE), DilationAxis.of(3, 9, 2, 1));
        assertJudged(Optional.empty(), Optional.empty(), DilationAxis.of(2, 1, 2, 4, 8));
        AxisVerdict verdict = AxisVerdict.of(DilationAxis.of(2, 1, 1, 4));
        assertTrue(verdict.gapEdge().isEmpty());
        assertEquals(Optional.of(HOLE), verdict.judge(true));
    }

    @Test
    void neighboursCountAsTheyShould() {
        assertJudged(
                Optional.empty(), Optional.empty(), DilationAxis.of(3, 2, 5).withEntry(3));
        assertJudged(
                Optional.empty(), Optional.empty(), DilationAxis.of(3, 2, 3).withExit(3, 1));
        // torchvision's DeepLab-v3: the last stage alone, and above the third, which starts with rate 1
        assertJudged(
                Optional.of(COMMON_DIVISOR),
                Optional.of(COMMON_DIVISOR),
                DilationAxis.of(3, 2, 4, 4).withEntry(3));
        assertJudged(Optional.empty(), Optional.empty(), DilationAxis.of(3, 1, 2, 2, 2, 2, 2, 2, 4, 4));
        assertTrue(AxisVerdict.of(DilationAxis.of(3, 2, 4, 8).withEntry(3)).isComplete());
    }

    @Test
    void aStemBelowExcusesALargeRateOnlyWherePositionsCount() {
        assertJudged(
                Optional.of(GAP), Optional.empty(), DilationAxis.of(3, 1, 2, 9).withEntry(3));
    }

    @Test
    void waveNetReadsEverything() {
        int[] rates = IntStream.range(0, 20).map(i -> 1 << i % 10).toArray();
        assertJudged(Optional.empty(), Optional.empty(), DilationAxis.of(Collections.nCopies(20, 2), rates));
    }

    @Test
    void aKernelThatDiffersLeavesTheVerdictToCoverage() {
        assertJudged(Optional.empty(), Optional.empty(), DilationAxis.of(List.of(5, 3), 1, 5));
        assertJudged(Optional.of(HOLE), Optional.of(HOLE), DilationAxis.of(List.of(5, 3), 1, 6));
    }

    @Test
    void oneLayerIsNotJudged() {
        assertJudged(Optional.empty(), Optional.empty(), DilationAxis.of(3, 12));
    }

    private static void assertJudged(Optional<Violation> strict, Optional<Violation> exact, DilationAxis axis) {
        AxisVerdict verdict = AxisVerdict.of(axis);
        assertEquals(strict, verdict.judge(true));
        assertEquals(exact, verdict.judge(false));
    }
}
