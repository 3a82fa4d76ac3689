package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Padding;
import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without the input's extents every figure that does not depend on them is the same, and no other one is guessed. */
@Tag("random")
final class UnknownExtentsTest {
    @Test
    void figuresAreThoseOfAnyExtent() {
        RandomGraphs graphs = new RandomGraphs(4);
        Random random = new Random(4);
        int compared = 0;
        for (int i = 0; i < Seeds.times(4000); i++) {
            RandomGraphs.Graph graph = graphs.next();
            if (needsExtents(graph)) {
                continue;
            }
            List<Long> size = new ArrayList<>(graph.brute().extents(-1));
            size.replaceAll(extent -> random.nextInt(4) == 0 ? extent : 0L);
            ModelDeclaration model = Declarations.model(
                    "Unknown",
                    size.size(),
                    graph.brute().channels(-1),
                    size,
                    graph.model().layers());
            Analysis analysis = AgainstBruteForce.analysed(model);
            Set<String> aimed = aimed(graph);
            for (int layer = 0; layer < analysis.network().layers().size(); layer++) {
                Layer built = analysis.network().layers().get(layer);
                if (built.operation() == Operation.PROJECTION || aimed.contains(built.name())) {
                    continue;
                }
                for (int axis = 0; axis < size.size(); axis++) {
                    check(
                            graph.brute(),
                            built,
                            axis,
                            size,
                            analysis.figures().get(layer).get(axis),
                            model);
                    compared++;
                }
            }
        }
        assertTrue(compared > 0, "compared " + compared);
    }

    /**
     * True if the network only fits when its extents are known: a convolution that happens to leave one unit is a gate,
     * the stride of a projection behind adaptive pooling is open, a window as wide as the map is the map, only a single unit is a
     * cell of its own, and only where SAME pads nothing is a pool undone.
     */
    private static boolean needsExtents(RandomGraphs.Graph graph) {
        BruteForce brute = graph.brute();
        return graph.model().layers().stream().anyMatch(declaration -> {
            BruteLayer layer = brute.layer(declaration.name());
            return switch (declaration.annotation()) {
                case "Residual" -> layer.sized();
                case "Unpool" ->
                    brute.stated(new Stated(declaration).text("of"))
                            .numbers("padding")
                            .contains((long) Padding.SAME);
                case "Multiply" ->
                    IntStream.range(0, layer.sources().size())
                            .anyMatch(i -> !layer.readings().get(i).contains(BruteReading.SAME_UNIT)
                                    && !brute.jumps(layer.sources().get(i), 0).isEmpty());
                case "Attention" -> {
                    Stated stated = new Stated(declaration);
                    yield stated.numbers("grid").contains(1L)
                            || !stated.numbers("window").isEmpty()
                                    && IntStream.range(0, brute.axes())
                                            .anyMatch(
                                                    axis -> layer.extents().get(axis) <= stated.entry("window", axis));
                }
                default -> false;
            };
        });
    }

    /** Layers behind {@code @Upsample(to)}, whose ratio is that of the jumps where extents are unknown. */
    private static Set<String> aimed(RandomGraphs.Graph graph) {
        Set<String> aimed = new HashSet<>();
        for (BruteLayer layer : graph.brute().layers()) {
            Declaration stated = graph.brute().stated(layer.name()).declaration();
            boolean behind = layer.sources().stream()
                    .anyMatch(source -> source >= 0
                            && aimed.contains(graph.brute().layers().get(source).name()));
            if (behind || !stated.values().getOrDefault("to", "").equals("")) {
                aimed.add(layer.name());
            }
        }
        return aimed;
    }

    private static void check(
            BruteForce brute, Layer built, int axis, List<Long> size, ReceptiveField figures, Object model) {
        String where = built.name() + " of " + model + ", axis " + axis;
        BruteLayer layer = brute.layer(built.name());
        built.shape()
                .extents()
                .get(axis)
                .known()
                .ifPresent(extent -> assertEquals(layer.extents().get(axis), extent, where));
        if (size.get(axis) > 0 && !layer.sized()) {
            AgainstBruteForce.check(brute, layer, axis, figures, where);
        } else if (layer.jumps().get(axis).isEmpty()) {
            assertTrue(figures.seen().onlyGlobal(), where);
            boolean known = size.get(axis) > 0;
            assertEquals(known ? OptionalLong.of(size.get(axis)) : OptionalLong.empty(), figures.size(), where);
            assertEquals(Optional.of(Rational.ZERO), figures.start(), where);
            assertEquals(known, figures.centre().isPresent(), where);
        } else if (layer.sized()) {
            guessless(BruteFigures.of(brute, layer, axis), figures, where);
        } else if (layer.uniform().get(axis)) {
            AgainstBruteForce.check(brute, layer, axis, figures, where);
        } else {
            assertEquals(layer.uniform().get(axis), figures.seen().uniform(), where);
            if (!built.shape().extents().get(axis).isKnown()) {
                assertEquals(OptionalLong.empty(), figures.size(), where);
                assertEquals(Optional.empty(), figures.start(), where);
                assertEquals(OptionalLong.empty(), figures.covered(), where);
            }
        }
    }

    /** What is present is right. */
    private static void guessless(BruteFigures expected, ReceptiveField figures, String where) {
        figures.size().ifPresent(size -> assertEquals(expected.largest(), size, where));
        figures.smallest().ifPresent(size -> assertEquals(expected.smallest(), size, where));
        figures.jump().ifPresent(jump -> assertEquals(expected.jump(), Optional.of(jump), where));
        figures.start().ifPresent(start -> assertEquals(expected.start(), Optional.of(start), where));
        figures.centre().ifPresent(centre -> assertEquals(expected.centre(), Optional.of(centre), where));
        figures.covered()
                .ifPresent(count -> assertEquals(expected.units().get(0).size(), count, where));
    }

    /** A chain of strided windows with padding SAME: size and jump do not depend on the extent, the start may. */
    @Test
    void startOfSameIsKnownOnlyWhereAllExtentsAgree() {
        int open = 0;
        for (long kernel = 1; kernel <= 5; kernel++) {
            for (long stride = 1; stride <= 4; stride++) {
                for (long rate = 1; rate <= 3; rate++) {
                    for (long second = 1; second <= 3; second++) {
                        open += same(List.of(window("a", kernel, stride, rate), window("b", 3, second, 1)));
                    }
                }
            }
        }
        assertTrue(open > 0, "starts left open: " + open);
    }

    private static Declaration window(String name, long kernel, long stride, long rate) {
        return Declarations.layer(
                name,
                "Dilated",
                Map.of(
                        "kernel", List.of(kernel),
                        "stride", List.of(stride),
                        "rate", List.of(rate),
                        "padding", List.of((long) Padding.SAME)));
    }

    /** Returns how many layers have a start that depends on the extent. */
    private static int same(List<Declaration> layers) {
        Analysis unknown = AgainstBruteForce.analysed(Declarations.model("Same", 1, 1, List.of(), layers));
        int open = 0;
        for (int i = 0; i < layers.size(); i++) {
            Set<Optional<Rational>> starts = new HashSet<>();
            ReceptiveField figures = unknown.figures().get(i).get(0);
            for (long extent = 1; extent <= 48; extent++) {
                Analysis known = AgainstBruteForce.analysed(Declarations.model("Same", 1, 1, List.of(extent), layers));
                ReceptiveField concrete = known.figures().get(i).get(0);
                assertEquals(concrete.size(), figures.size());
                assertEquals(concrete.smallest(), figures.smallest());
                assertEquals(concrete.covered(), figures.covered());
                assertEquals(concrete.jump(), figures.jump());
                assertEquals(concrete.shortest(), figures.shortest());
                starts.add(concrete.start());
            }
            assertEquals(
                    starts.size() == 1 ? starts.iterator().next() : Optional.empty(),
                    figures.start(),
                    layers::toString);
            assertEquals(figures.start().isPresent(), figures.centre().isPresent());
            open += starts.size() > 1 ? 1 : 0;
        }
        return open;
    }
}
