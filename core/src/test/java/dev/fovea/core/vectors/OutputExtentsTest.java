package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The formal extents of random graphs are those that brute force counts, for the declared input and for others. */
@Tag("random")
final class OutputExtentsTest {
    private static final int GRAPHS = Seeds.times(2000);

    @Test
    void formalExtentsAreThoseOfTheGraphFedWithAnotherInput() {
        RandomGraphs graphs = new RandomGraphs(16);
        Random random = new Random(16);
        int compared = 0;
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            Network network = AgainstBruteForce.analysed(graph.model()).network();
            List<Long> other = new ArrayList<>(graph.brute().extents(-1));
            other.replaceAll(extent -> Math.max(1, extent + random.nextInt(13) - 6));
            compared += check(network, graph.brute(), graph.brute().extents(-1), graph);
            Optional<BruteForce> fed = fed(graph, other);
            if (fed.isPresent()) {
                compared += check(network, fed.get(), other, graph);
            }
        }
        assertTrue(compared > 10_000, "compared " + compared);
    }

    /** The same graph on another input; empty where it does not fit there, or where extents decide what a layer is. */
    private static Optional<BruteForce> fed(RandomGraphs.Graph graph, List<Long> input) {
        BruteForce fed = new BruteForce(graph.brute().channels(-1), input);
        for (Declaration declaration : graph.model().layers()) {
            boolean decides = List.of("Residual", "Multiply").contains(declaration.annotation());
            for (Declaration part : Unpacked.of(fed, declaration)) {
                Optional<BruteLayer> layer = fed.describe(part);
                if (layer.isEmpty() || decides) {
                    return Optional.empty();
                }
                fed.add(layer.get());
            }
            fed.name(declaration.name());
        }
        return Optional.of(fed);
    }

    private static int check(Network network, BruteForce brute, List<Long> input, RandomGraphs.Graph graph) {
        for (int axis = 0; axis < network.axes(); axis++) {
            List<Long> extents = new ArrayList<>();
            long extent = input.get(axis);
            for (Layer layer : network.layers()) {
                OutputExtent formal = layer.outputExtents().get(axis);
                extents.add(formal.of(map -> map == Network.INPUT ? extent : extents.get(map)));
                if (layer.operation() != Operation.PROJECTION) {
                    check(brute, layer, axis, extents, graph);
                }
            }
        }
        return network.layers().size();
    }

    private static void check(BruteForce brute, Layer layer, int axis, List<Long> extents, RandomGraphs.Graph graph) {
        String where = layer.name() + " on " + brute.extents(-1) + " of " + graph.model();
        BruteLayer expected = brute.layer(layer.name());
        assertEquals(expected.extents().get(axis), extents.get(extents.size() - 1), where);
        if (layer.outputExtents().get(axis) instanceof OutputExtent.Windowed windowed && !layer.dataDependent()) {
            int map = windowed.map();
            long in = map == Network.INPUT ? brute.extents(map).get(axis) : extents.get(map);
            long first = Collections.min(expected.readings().get(0).get(axis).of(0));
            assertEquals(first, -windowed.begin(in), where);
        }
    }
}
