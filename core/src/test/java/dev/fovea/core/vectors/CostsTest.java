package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Groups;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.testing.Seeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parameters and multiply-adds of every operation on random graphs, where executed networks have not all of them. */
@Tag("random")
final class CostsTest {
    private record Cost(long parameters, long macs) {}

    @Test
    void costsAgreeWithTheFormulas() {
        RandomGraphs graphs = new RandomGraphs(6);
        int projections = 0;
        int tied = 0;
        int grids = 0;
        int parts = 0;
        for (int i = 0; i < Seeds.times(4000); i++) {
            RandomGraphs.Graph graph = graphs.next();
            Map<String, Cost> expected = new HashMap<>();
            for (BruteLayer described : graph.brute().layers()) {
                Declaration layer = graph.brute().stated(described.name()).declaration();
                expected.put(layer.name(), activated(graph.brute(), new Stated(layer)));
                projection(graph.brute(), layer, expected);
            }
            List<Layer> layers =
                    AgainstBruteForce.analysed(graph.model()).network().layers();
            assertEquals(expected.size(), layers.size(), graph.model()::toString);
            for (Layer layer : layers) {
                Cost cost = expected.get(layer.name());
                tied += cost.parameters() == 0 && cost.macs() > 0 && layer.operation() == Operation.CONV ? 1 : 0;
                grids += layer.attributes().containsKey("grid") ? 1 : 0;
                parts += layer.operation() == Operation.ATTENTION
                                && layer.links().size() == 3
                        ? 1
                        : 0;
                String where = layer.name() + " of " + graph.model();
                // Nothing says which cell a recurrent layer has.
                boolean known = layer.operation() != Operation.RECURRENT;
                assertEquals(
                        known ? OptionalLong.of(cost.parameters()) : OptionalLong.empty(),
                        layer.costs().parameters(),
                        where);
                assertEquals(
                        known ? OptionalLong.of(cost.macs()) : OptionalLong.empty(),
                        layer.costs().macs(),
                        where);
                projections += layer.operation() == Operation.PROJECTION ? 1 : 0;
            }
        }
        assertTrue(
                projections > 0 && tied > 0 && grids > 0 && parts > 0,
                "%s projections, %s tied layers, %s grids, %s attentions of three maps"
                        .formatted(projections, tied, grids, parts));
    }

    private static Cost activated(BruteForce network, Stated stated) {
        Cost cost = cost(network, stated);
        boolean trained = stated.has("activation") && stated.text("activation").equals("PRELU");
        long acted = stated.annotation().equals("SqueezeExcite")
                ? stated.number("squeeze")
                : network.layer(stated.name()).channels();
        boolean tied = stated.has("shared") && !stated.text("shared").isEmpty();
        return new Cost(tied ? 0 : cost.parameters() + (trained ? acted : 0), cost.macs());
    }

    private static Cost cost(BruteForce network, Stated stated) {
        BruteLayer layer = network.layer(stated.name());
        int source = layer.sources().get(0);
        long in = network.channels(source);
        long out = layer.channels();
        return switch (stated.annotation()) {
            case "Conv", "Dilated", "DeformableConv", "TransposedConv" -> {
                long weights = out * in / (stated.number("groups") == Groups.DEPTHWISE ? in : stated.number("groups"));
                for (int axis = 0; axis < network.axes(); axis++) {
                    weights *= stated.entry("kernel", axis);
                }
                long biases = stated.flag("bias") ? out : 0;
                boolean transposed = stated.annotation().equals("TransposedConv");
                yield new Cost(
                        weights + biases + norm(stated.text("norm"), out),
                        weights * units(transposed ? network.extents(source) : layer.extents()));
            }
            case "Linear" -> {
                long weights = in * units(network.extents(source)) * out;
                yield new Cost(weights + (stated.flag("bias") ? out : 0), weights);
            }
            case "TokenMixing" -> {
                long places = units(layer.extents());
                long hidden = stated.number("hidden");
                long matrices = hidden == 0 ? places * places : places * hidden + hidden * places;
                long biases = stated.flag("bias") ? places + hidden : 0;
                yield new Cost(matrices + biases, out * matrices);
            }
            case "SqueezeExcite" -> {
                long squeeze = stated.number("squeeze");
                yield new Cost(in * squeeze + squeeze + squeeze * in + in, 2 * in * squeeze);
            }
            case "Attention" -> {
                if (layer.sources().size() == 3) {
                    long queries = units(network.extents(source));
                    long keys = units(network.extents(layer.sources().get(1)));
                    yield new Cost(0, queries * keys * in + queries * keys * out);
                }
                long projections = 3 * in * out + out * out;
                long positions = 1;
                long read = 1;
                boolean gridded = false;
                for (int axis = 0; axis < network.axes(); axis++) {
                    long extent = layer.extents().get(axis);
                    long window = stated.numbers("window").isEmpty() ? extent : stated.entry("window", axis);
                    gridded |= !stated.numbers("grid").isEmpty();
                    long windows = 0;
                    while (windows * window < extent) {
                        windows++;
                    }
                    positions *= windows * window;
                    read *= gridded ? stated.entry("grid", axis) : window;
                }
                // Scores, and their weighted sums: each of a channel's positions with each that it reads.
                yield new Cost(projections + 4 * out, positions * projections + 2 * positions * read * out);
            }
            case "Activate" -> new Cost(stated.text("value").equals("PRELU") ? out : 0, 0);
            case "Scale" -> new Cost(out, 0);
            case "Normalize" -> new Cost(norm(stated.text("value"), out), 0);
            default -> new Cost(0, 0);
        };
    }

    private static long norm(String norm, long channels) {
        return norm.equals("NONE") || norm.equals("INSTANCE") ? 0 : 2 * channels;
    }

    private static void projection(BruteForce network, Declaration residual, Map<String, Cost> expected) {
        if (!residual.annotation().equals("Residual")) {
            return;
        }
        BruteLayer layer = network.layer(residual.name());
        long in = network.channels(layer.sources().get(1));
        long out = layer.channels();
        if (in != out || layer.readings().get(1).stream().anyMatch(reading -> reading.advance() > 1)) {
            expected.put(
                    residual.name() + ".projection", new Cost(in * out + 2 * out, in * out * units(layer.extents())));
        }
    }

    private static long units(List<Long> extents) {
        return extents.stream().reduce(1L, Math::multiplyExact);
    }
}
