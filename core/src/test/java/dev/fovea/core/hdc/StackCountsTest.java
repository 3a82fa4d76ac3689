package dev.fovea.core.hdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("random")
final class StackCountsTest {
    @Test
    void pathsThroughAStackAreThoseOfEveryChoiceOfTaps() {
        Random random = new Random(3);
        for (int i = 0; i < Seeds.times(400); i++) {
            int layers = 1 + random.nextInt(4);
            List<Integer> kernels = new ArrayList<>();
            int[] rates = new int[layers];
            for (int layer = 0; layer < layers; layer++) {
                kernels.add(2 + random.nextInt(3));
                rates[layer] = 1 + random.nextInt(9);
            }
            DilationAxis axis = DilationAxis.of(kernels, rates);
            assertEquals(brute(kernels, rates), StackCounts.own(axis).orElseThrow());
            assertEquals(brute(kernels, rates), StackCounts.full(axis).orElseThrow());
            kernels.add(3);
            kernels.add(2);
            int[] all = Arrays.copyOf(rates, layers + 2);
            all[layers] = 1;
            all[layers + 1] = 4;
            assertEquals(
                    brute(kernels, all),
                    StackCounts.full(axis.withEntry(3).withExit(2, 4)).orElseThrow());
        }
    }

    private static List<BigInteger> brute(List<Integer> kernels, int[] rates) {
        int size = 1;
        for (int layer = 0; layer < rates.length; layer++) {
            size += (kernels.get(layer) - 1) * rates[layer];
        }
        long[] counts = new long[size];
        choose(kernels, rates, 0, 0, counts);
        return Arrays.stream(counts).mapToObj(BigInteger::valueOf).toList();
    }

    private static void choose(List<Integer> kernels, int[] rates, int layer, int place, long[] counts) {
        if (layer == rates.length) {
            counts[place]++;
            return;
        }
        for (int tap = 0; tap < kernels.get(layer); tap++) {
            choose(kernels, rates, layer + 1, place + tap * rates[layer], counts);
        }
    }

    @Test
    void fieldsTooLargeAreNotCounted() {
        assertEquals(
                StackCounts.MOST,
                StackCounts.own(DilationAxis.of(2, 8191)).orElseThrow().size());
        assertTrue(StackCounts.own(DilationAxis.of(2, 8192)).isEmpty());
        assertTrue(StackCounts.own(DilationAxis.of(3, 1 << 20)).isEmpty());
        assertTrue(StackCounts.full(
                        new DilationAxis(List.of(3), List.of(1), OptionalInt.empty(), OptionalInt.of(1 << 20), 1 << 10))
                .isEmpty());
    }
}
