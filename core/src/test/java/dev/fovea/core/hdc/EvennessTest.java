package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Paths by residue class, against every choice of one tap per layer. */
final class EvennessTest {
    @Test
    void evennessAgreesWithEveryPath() {
        for (int kernel = 2; kernel <= 4; kernel++) {
            for (int entry = 1; entry <= 4; entry++) {
                for (int exit = 1; exit <= 3; exit++) {
                    compare(kernel, entry, exit);
                }
            }
        }
    }

    private static void compare(int kernel, int entry, int exit) {
        Oracle.lists(2, 6, rates -> {
            DilationAxis axis = DilationAxis.of(kernel, rates);
            axis = entry > 1 ? axis.withEntry(entry) : axis;
            axis = exit > 1 ? axis.withExit(exit, 3) : axis;
            int divisor = BigInteger.valueOf(rates[0])
                    .gcd(BigInteger.valueOf(rates[1]))
                    .intValue();
            Optional<Evenness> found = AxisVerdict.of(axis).evenness();
            if (divisor == 1) {
                assertEquals(Optional.empty(), found);
                return;
            }
            BigInteger[] paths = new BigInteger[divisor];
            Arrays.fill(paths, BigInteger.ZERO);
            for (int below = 0; below < entry; below++) {
                for (int above = 0; above < exit; above++) {
                    for (int tap = 0; tap < kernel * kernel; tap++) {
                        int position = below + 3 * above + tap / kernel * rates[0] + tap % kernel * rates[1];
                        paths[position % divisor] = paths[position % divisor].add(BigInteger.ONE);
                    }
                }
            }
            BigInteger common = Arrays.stream(paths).reduce(BigInteger.ZERO, BigInteger::gcd);
            List<BigInteger> expected =
                    Arrays.stream(paths).map(count -> count.divide(common)).toList();
            assertEquals(expected, found.orElseThrow().paths(), axis.toString());
        });
    }

    @Test
    void aPlainLayerBeforeRatesOfTwoGivesOneClassTwiceThePaths() {
        assertEquals(
                List.of(BigInteger.TWO, BigInteger.ONE),
                AxisVerdict.of(DilationAxis.of(3, 2, 2).withEntry(3))
                        .evenness()
                        .orElseThrow()
                        .paths());
    }

    @Test
    void upTo256ClassesAreCounted() {
        // Taps at 0, 256 and 512 fall into class 0 alone.
        List<BigInteger> paths = AxisVerdict.of(DilationAxis.of(2, 256, 512))
                .evenness()
                .orElseThrow()
                .paths();
        assertEquals(256, paths.size());
        assertEquals(List.of(BigInteger.ONE, BigInteger.ZERO), paths.subList(0, 2));
        assertEquals(
                Optional.empty(), AxisVerdict.of(DilationAxis.of(2, 257, 514)).evenness());
    }
}
