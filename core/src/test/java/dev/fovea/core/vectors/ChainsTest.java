package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** All chains of up to three windows with small kernels, strides, rates and paddings. */
final class ChainsTest {
    /** Where unit 0 lies in a bit set: further from its begin than any chain reads. */
    private static final int ORIGIN = 64;

    private static final BitSet UNIT = BitSet.valueOf(new long[] {0, 1});
    private static final BitSet NEXT = BitSet.valueOf(new long[] {0, 2});

    private record Window(long kernel, long stride, long rate, long padding) {
        BitSet reads(BitSet units) {
            BitSet read = new BitSet();
            for (int tap = 0; tap < kernel; tap++) {
                long begin = tap * rate - padding;
                units.stream().forEach(unit -> read.set((int) ((unit - ORIGIN) * stride + begin) + ORIGIN));
            }
            return read;
        }

        Declaration layer(String name, String from) {
            return Declarations.layer(
                    name,
                    "Dilated",
                    Map.of(
                            "kernel", List.of(kernel),
                            "stride", List.of(stride),
                            "rate", List.of(rate),
                            "padding", List.of(padding),
                            "from", List.of(from)));
        }
    }

    private static List<Window> windows(List<Long> paddings) {
        List<Window> windows = new ArrayList<>();
        for (long kernel = 1; kernel <= 4; kernel++) {
            for (long stride = 1; stride <= 3; stride++) {
                for (long rate = 1; rate <= (kernel == 1 ? 1 : 3); rate++) {
                    for (long padding : paddings) {
                        windows.add(new Window(kernel, stride, rate, padding));
                    }
                }
            }
        }
        return windows;
    }

    @Test
    void chainsAgreeWithBruteForce() {
        List<Window> windows = windows(List.of(0L, 1L, 2L));
        int chains = 0;
        for (Window first : windows) {
            for (Window second : windows) {
                List<Window> thirds = windows(List.of(chains++ % 3L));
                List<Declaration> layers = new ArrayList<>();
                layers.add(first.layer("first", dev.fovea.Network.INPUT));
                layers.add(second.layer("second", "first"));
                for (int i = 0; i < thirds.size(); i++) {
                    layers.add(thirds.get(i).layer("third" + i, "second"));
                }
                check(
                        first,
                        second,
                        thirds,
                        AgainstBruteForce.analysed(Declarations.model("Chains", 1, 0, List.of(), layers)));
            }
        }
        assertEquals(8100, chains);
    }

    private static void check(Window first, Window second, List<Window> thirds, Analysis analysis) {
        check(analysis, 0, first.reads(UNIT), first.reads(NEXT));
        check(analysis, 1, first.reads(second.reads(UNIT)), first.reads(second.reads(NEXT)));
        for (int i = 0; i < thirds.size(); i++) {
            BitSet unit = first.reads(second.reads(thirds.get(i).reads(UNIT)));
            BitSet next = first.reads(second.reads(thirds.get(i).reads(NEXT)));
            check(analysis, 2 + i, unit, next);
        }
    }

    private static void check(Analysis analysis, int layer, BitSet unit, BitSet next) {
        ReceptiveField figures = analysis.figures().get(layer).get(0);
        long begin = unit.nextSetBit(0) - ORIGIN;
        long end = unit.length() - ORIGIN;
        OptionalLong size = OptionalLong.of(end - begin);
        assertEquals(size, figures.size());
        assertEquals(size, figures.smallest());
        assertEquals(size, figures.shortest());
        assertEquals(Optional.of(Rational.of(begin)), figures.start());
        assertEquals(Optional.of(Rational.of(begin + end - 1, 2)), figures.centre());
        assertEquals(OptionalLong.of(unit.cardinality()), figures.covered());
        assertEquals(Optional.of(Rational.of(next.nextSetBit(0) - unit.nextSetBit(0))), figures.jump());
    }
}
