package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.MergeOffsets;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random graphs of every operation agree with brute force in each figure. */
@Tag("random")
final class RandomGraphsTest {
    private static final int GRAPHS = Seeds.times(4000);

    @Test
    void everyOperationIsDrawn() {
        Set<String> annotations = Stream.of(Operation.values())
                .filter(operation -> operation.isAnnotation() && operation.isLayer())
                .map(Operation::label)
                .collect(Collectors.toSet());
        assertEquals(annotations, RandomGraphs.OPERATIONS);
    }

    @Test
    void figuresOfRandomGraphsAgreeWithBruteForce() {
        RandomGraphs graphs = new RandomGraphs(1);
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            Analysis analysis = AgainstBruteForce.analysed(graph.model());
            AgainstBruteForce.check(graph.brute(), analysis, graph.model());
        }
    }

    @Test
    void shortestPathsOfRandomGraphsAgreeWithBruteForce() {
        RandomGraphs graphs = new RandomGraphs(2);
        int compared = 0;
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            Analysis analysis = AgainstBruteForce.analysed(graph.model());
            for (BruteLayer layer : graph.brute().layers()) {
                for (int axis = 0; axis < graph.brute().axes(); axis++) {
                    if (layer.uniform().get(axis) && !layer.jumps().get(axis).isEmpty()) {
                        assertEquals(
                                OptionalLong.of(BrutePaths.shortest(graph.brute(), layer, axis)),
                                figures(analysis, layer.name(), axis).shortest(),
                                layer.name() + " of " + graph.model() + ", axis " + axis);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 0, "compared " + compared);
    }

    @Test
    void offsetsOfMergesInRandomGraphsAgreeWithBruteForce() {
        RandomGraphs graphs = new RandomGraphs(3);
        int compared = 0;
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            Analysis analysis = AgainstBruteForce.analysed(graph.model());
            for (Layer layer : analysis.network().layers()) {
                List<List<Optional<Rational>>> offsets = MergeOffsets.of(analysis, layer);
                for (int axis = 0; axis < offsets.size(); axis++) {
                    for (int input = 0; input < layer.links().size(); input++) {
                        Optional<Rational> offset = offsets.get(axis).get(input);
                        if (offset.isPresent()
                                && layer.links().stream().noneMatch(link -> isProjected(analysis, link))) {
                            Rational first =
                                    meanCentre(graph.brute(), layer.links().get(0), analysis, axis);
                            Rational own =
                                    meanCentre(graph.brute(), layer.links().get(input), analysis, axis);
                            assertEquals(own.minus(first), offset.get(), layer.name() + " of " + graph.model());
                            compared++;
                        }
                    }
                }
            }
        }
        assertTrue(compared > 0, "compared " + compared);
    }

    /** Brute force has the projection of a shortcut as a part of the layer that reads it. */
    private static boolean isProjected(Analysis analysis, Link link) {
        return analysis.network().name(link.source()).endsWith(".projection");
    }

    /** Mean over one period of the centres of what units see, each seen from its unit's place. */
    private static Rational meanCentre(BruteForce brute, Link link, Analysis analysis, int axis) {
        if (link.source() == Network.INPUT) {
            return Rational.ZERO;
        }
        BruteLayer layer = brute.layer(analysis.network().name(link.source()));
        BruteFigures figures = BruteFigures.of(brute, layer, axis);
        Rational jump = figures.jump().orElse(Rational.ZERO);
        Rational sum = Rational.ZERO;
        long seeing = 0;
        for (int unit = 0; unit < figures.units().size(); unit++) {
            TreeSet<Long> pixels = figures.units().get(unit);
            if (!pixels.isEmpty()) {
                sum = sum.plus(BruteFigures.centre(pixels)).minus(jump.times(Rational.of(unit)));
                seeing++;
            }
        }
        return sum.dividedBy(Rational.of(seeing));
    }

    private static ReceptiveField figures(Analysis analysis, String name, int axis) {
        List<Layer> layers = analysis.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).name().equals(name)) {
                return analysis.figures().get(i).get(axis);
            }
        }
        throw new IllegalArgumentException(name);
    }
}
