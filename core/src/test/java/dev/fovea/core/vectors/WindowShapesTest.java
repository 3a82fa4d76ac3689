package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.Network;
import dev.fovea.Padding;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Extents, paddings and valid taps of single windows on every small extent, counted one by one. */
final class WindowShapesTest {
    private static final List<List<Long>> PADDINGS = List.of(
            List.of(0L),
            List.of(1L),
            List.of(2L),
            List.of(0L, 1L),
            List.of(2L, 1L),
            List.of((long) Padding.SAME),
            List.of((long) Padding.CAUSAL));

    @Test
    void extentsAndValidTapsAreThoseCounted() {
        int layers = 0;
        for (long extent = 1; extent <= 24; extent++) {
            BruteForce brute = new BruteForce(1, List.of(extent));
            List<Declaration> fitting = new ArrayList<>();
            List<Declaration> empty = new ArrayList<>();
            for (Declaration window : windows()) {
                Optional<BruteLayer> layer = brute.describe(window);
                layer.ifPresent(brute::add);
                (layer.isPresent() ? fitting : empty).add(window);
            }
            rejected(extent, empty);
            Analysis analysis =
                    AgainstBruteForce.analysed(Declarations.model("Windows", 1, 1, List.of(extent), fitting));
            for (int i = 0; i < fitting.size(); i++) {
                check(brute, analysis, i, fitting.get(i));
            }
            layers += fitting.size();
        }
        assertEquals(23_099, layers);
    }

    private static void rejected(long extent, List<Declaration> empty) {
        if (!empty.isEmpty()) {
            ModelDeclaration model = Declarations.model("Empty", 1, 1, List.of(extent), empty);
            List<String> rules = NetworkBuilder.build(model).findings().stream()
                    .map(Finding::rule)
                    .toList();
            assertEquals(Collections.nCopies(empty.size(), "EmptyOutput"), rules);
        }
    }

    private static List<Declaration> windows() {
        List<Declaration> windows = new ArrayList<>();
        for (long kernel = 1; kernel <= 4; kernel++) {
            for (long stride = 1; stride <= 4; stride++) {
                for (long rate = 1; rate <= 3; rate++) {
                    for (List<Long> padding : PADDINGS) {
                        Map<String, Object> stated = new HashMap<>(Map.of(
                                "kernel", List.of(kernel),
                                "stride", List.of(stride),
                                "rate", List.of(rate),
                                "padding", padding,
                                "from", List.of(Network.INPUT)));
                        String name = "window" + windows.size();
                        windows.add(Declarations.layer(name, "Pool", stated));
                        stated.put("ceilMode", true);
                        windows.add(Declarations.layer(name + "ceil", "Pool", stated));
                        stated.remove("ceilMode");
                        stated.put("out", 1L);
                        windows.add(Declarations.layer(name + "conv", "Dilated", stated));
                    }
                }
            }
        }
        return windows;
    }

    private static void check(BruteForce brute, Analysis analysis, int index, Declaration window) {
        Layer layer = analysis.network().layers().get(index);
        BruteLayer expected = brute.layers().get(index);
        BruteReading reading = expected.readings().get(0).get(0);
        long in = brute.extents(-1).get(0);
        long out = expected.extents().get(0);
        String where = window + " on " + in;
        assertEquals(OptionalLong.of(out), layer.shape().extents().get(0).known(), where);
        assertEquals(reading.of(0).iterator().next(), -((Step.Window) layer.step(0)).begin(), where);
        long taps = 0;
        long inside = 0;
        for (long unit = 0; unit < out; unit++) {
            taps += reading.of(unit).size();
            inside += reading.of(unit).stream()
                    .filter(read -> read >= 0 && read < in)
                    .count();
        }
        BigDecimal fraction = BigDecimal.valueOf(inside).divide(BigDecimal.valueOf(taps), 6, RoundingMode.HALF_EVEN);
        Optional<BigDecimal> actual = ValidTaps.of(analysis.network(), layer);
        assertEquals(0, fraction.compareTo(actual.orElseThrow()), where);
        paddings(layer, window, in, out, where);
    }

    /** SAME is {@code max(0, (ceil(H/s) - 1)·s + (k - 1)·r + 1 - H)} in all, the odd unit at the end. */
    private static void paddings(Layer layer, Declaration window, long in, long out, String where) {
        Stated stated = new Stated(window);
        long stride = stated.entry("stride", 0);
        long reach = (stated.entry("kernel", 0) - 1) * stated.entry("rate", 0);
        long padding = stated.entry("padding", 0);
        if (padding == Padding.SAME) {
            assertEquals(-Math.floorDiv(-in, stride), out, where);
            long total = Math.max(0, (out - 1) * stride + reach + 1 - in);
            assertEquals(List.of(total / 2, (total + 1) / 2), layer.attributes().get("padding"), where);
            assertEquals((total + 1) / 2, ((Step.Window) layer.step(0)).end(), where);
            assertEquals(
                    (total + 1) / 2,
                    ((OutputExtent.Windowed) layer.outputExtents().get(0)).end(in),
                    where);
        } else if (padding == Padding.CAUSAL) {
            assertEquals(List.of(reach, 0L), layer.attributes().get("padding"), where);
        }
    }
}
