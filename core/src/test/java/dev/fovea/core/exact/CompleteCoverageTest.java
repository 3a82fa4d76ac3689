package dev.fovea.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompleteCoverageTest {
    private record Layer(long step, int kernel) implements Taps {
        @Override
        public long reach() {
            return step * (kernel - 1);
        }
    }

    /** All chains of up to four layers with kernels 1 to 4 and steps up to 7. */
    @Test
    void aChainIsCompleteExactlyWhenNoPositionOfItsSumsetIsMissing() {
        extend(new ArrayList<>(), 4);
    }

    private static void extend(List<Layer> chain, int left) {
        check(chain);
        for (int step = 1; step <= 7 && left > 0; step++) {
            for (int kernel = 1; kernel <= 4; kernel++) {
                chain.add(new Layer(step, kernel));
                extend(chain, left - 1);
                chain.remove(chain.size() - 1);
            }
        }
    }

    private static void check(List<Layer> chain) {
        BitSet read = new BitSet();
        read.set(0);
        for (Layer layer : chain) {
            BitSet next = new BitSet();
            for (int tap = 0; tap < layer.kernel(); tap++) {
                int shift = tap * (int) layer.step();
                read.stream().forEach(position -> next.set(position + shift));
            }
            read = next;
        }
        // A layer of one tap has no step that could be too large.
        List<Layer> wide = chain.stream().filter(layer -> layer.kernel() > 1).toList();
        assertEquals(read.cardinality() == read.length(), CompleteCoverage.of(wide), chain.toString());
        CompleteCoverage walk = new CompleteCoverage();
        for (Layer layer : CompleteCoverage.ascending(wide)) {
            if (!walk.admits(layer)) {
                assertEquals(read.nextClearBit(0), walk.bound(), chain.toString());
                return;
            }
            walk.add(layer.reach());
        }
        assertEquals(read.length(), walk.bound(), chain.toString());
    }
}
