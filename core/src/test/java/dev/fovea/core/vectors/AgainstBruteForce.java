package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Asserts that built and analysed networks agree with brute force. */
public final class AgainstBruteForce {
    private AgainstBruteForce() {}

    /** Builds and analyses a model that has no fault. */
    public static Analysis analysed(ModelDeclaration model) {
        NetworkBuilder.Built built = NetworkBuilder.build(model);
        assertEquals(List.of(), built.findings(), model::toString);
        Analysis analysis = Analysis.of(built.network());
        assertEquals(List.of(), analysis.findings(), model::toString);
        return analysis;
    }

    /** Compares every layer that the model declares, in shape and along each axis. */
    public static void check(BruteForce brute, Analysis analysis, Object what) {
        Network network = analysis.network();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (layer.operation() == Operation.PROJECTION) {
                continue;
            }
            BruteLayer expected = brute.layer(layer.name());
            String where = layer.name() + " of " + what;
            assertEquals(OptionalLong.of(expected.channels()), layer.shape().channels(), where);
            assertEquals(
                    expected.extents().stream().map(OptionalLong::of).toList(),
                    layer.shape().extents().stream()
                            .map(extent -> extent.known())
                            .toList(),
                    where);
            for (int axis = 0; axis < network.axes(); axis++) {
                ReceptiveField figures = analysis.figures().get(i).get(axis);
                check(brute, expected, axis, figures, where + ", axis " + axis);
            }
        }
    }

    public static void check(BruteForce brute, BruteLayer layer, int axis, ReceptiveField figures, String where) {
        assertTrue(figures.seen().known(), where);
        assertEquals(
                brute.readsWhole(brute.index(layer.name()), axis),
                figures.seen().global(),
                where);
        assertEquals(layer.uniform().get(axis), figures.seen().uniform(), where);
        if (layer.jumps().get(axis).isEmpty()) {
            long extent = brute.extents(Network.INPUT).get(axis);
            assertTrue(figures.seen().onlyGlobal(), where);
            assertEquals(OptionalLong.of(extent), figures.size(), where);
            assertEquals(OptionalLong.of(extent), figures.shortest(), where);
            assertEquals("Optional[0]", figures.start().toString(), where);
            assertEquals((extent - 1) / 2.0, figures.centre().orElseThrow().doubleValue(), where);
            assertEquals(Optional.empty(), figures.jump(), where);
            return;
        }
        BruteFigures expected = BruteFigures.of(brute, layer, axis);
        assertEquals(OptionalLong.of(expected.largest()), figures.size(), where);
        assertEquals(OptionalLong.of(expected.smallest()), figures.smallest(), where);
        assertEquals(expected.jump(), figures.jump(), where);
        assertEquals(expected.start(), figures.start(), where);
        assertEquals(expected.centre(), figures.centre(), where);
        assertEquals(OptionalLong.of(expected.units().get(0).size()), figures.covered(), where);
        if (layer.uniform().get(axis)) {
            phases(expected, figures.seen().field().orElseThrow(), where);
        }
    }

    private static void phases(BruteFigures expected, PeriodicField field, String where) {
        assertEquals(expected.units().size(), field.period(), where);
        assertEquals(expected.shift(), field.shift(), where);
        for (int unit = 0; unit < field.period(); unit++) {
            TreeSet<Long> pixels = expected.units().get(unit);
            PositionSet set = field.phases().get(unit);
            assertEquals(BruteFigures.size(pixels), set.extent(), where);
            assertEquals(OptionalLong.of(pixels.size()), set.count(), where);
            pixels.forEach(pixel -> assertTrue(set.contains(pixel), where));
        }
    }
}
