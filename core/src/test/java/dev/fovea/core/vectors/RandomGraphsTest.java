package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.analysis.Tiling;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Operation;
import dev.fovea.report.Halo;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random graphs of every operation agree with brute force in each figure. */
final class RandomGraphsTest {
    private static final int GRAPHS = 4000;

    @Test
    void everyOperationIsDrawn() {
        Set<String> annotations = Stream.of(Operation.values())
                .filter(operation -> operation.isAnnotation() && operation.isLayer())
                .map(Operation::label)
                .collect(Collectors.toSet());
        assertEquals(annotations, RandomGraphs.OPERATIONS);
    }

    @Test
    void figuresAgree() {
        RandomGraphs graphs = new RandomGraphs(1);
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            Analysis analysis = AgainstBruteForce.analysed(graph.model());
            AgainstBruteForce.check(graph.brute(), analysis, graph.model());
        }
    }

    @Test
    void shortestPathsAgree() {
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
    void tilingAgrees() {
        RandomGraphs graphs = new RandomGraphs(3);
        int compared = 0;
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            BruteForce brute = graph.brute();
            BruteLayer last = brute.layers().get(brute.layers().size() - 1);
            Analysis analysis = AgainstBruteForce.analysed(graph.model());
            List<Optional<Halo>> halos = new ArrayList<>();
            List<OptionalLong> multiples = new ArrayList<>();
            for (int axis = 0; axis < brute.axes(); axis++) {
                boolean periodic =
                        last.uniform().get(axis) && !last.jumps().get(axis).isEmpty();
                halos.add(periodic ? halo(BruteFigures.of(brute, last, axis)) : Optional.empty());
                multiples.add(periodic ? OptionalLong.of(granularity(brute, axis)) : OptionalLong.empty());
                compared += periodic ? 1 : 0;
            }
            boolean none = halos.stream().allMatch(Optional::isEmpty);
            assertEquals(none ? Optional.empty() : Optional.of(halos), Tiling.halo(analysis), graph.model()::toString);
            none = multiples.stream().allMatch(OptionalLong::isEmpty);
            assertEquals(
                    none ? Optional.empty() : Optional.of(multiples),
                    Tiling.granularity(analysis),
                    graph.model()::toString);
        }
        assertTrue(compared > 0, "compared " + compared);
    }

    /** The largest reach beyond a unit's place, which is the mean of the fields' centres moved by whole jumps. */
    private static Optional<Halo> halo(BruteFigures figures) {
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
        if (seeing == 0) {
            return Optional.empty();
        }
        long begin = 0;
        long end = 0;
        for (int unit = 0; unit < figures.units().size(); unit++) {
            TreeSet<Long> pixels = figures.units().get(unit);
            Rational place = sum.dividedBy(Rational.of(seeing)).plus(jump.times(Rational.of(unit)));
            if (!pixels.isEmpty()) {
                begin = Math.max(begin, place.minus(Rational.of(pixels.first())).ceil());
                end = Math.max(end, Rational.of(pixels.last()).minus(place).ceil());
            }
        }
        return Optional.of(new Halo(begin, end));
    }

    private static long granularity(BruteForce brute, int axis) {
        long multiple = 1;
        for (BruteLayer layer : brute.layers()) {
            TreeSet<Rational> jumps = new TreeSet<>(layer.jumps().get(axis));
            jumps.remove(Rational.ZERO);
            if (jumps.size() == 1 && jumps.first().isInteger()) {
                long jump = jumps.first().longValueExact();
                multiple = multiple / Reading.gcd(multiple, jump) * jump;
            }
        }
        return multiple;
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
