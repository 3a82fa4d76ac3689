package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.training.ParameterStore;
import dev.fovea.Attention;
import dev.fovea.Conv;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.report.LayerReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attention over the map is the engine's; attention in windows is the same in each window by itself. */
@Tag("engine")
final class SelfAttentionTest {
    @Network(
            input =
                    @Input(
                            channels = 4,
                            size = {9, 8}))
    static final class Attending {
        @Attention(heads = 2)
        Object whole;

        @Attention(heads = 3, out = 6, window = 4)
        Object windowed;

        @Attention(
                heads = 2,
                window = {4, 9},
                shift = {1, 3})
        Object shifted;

        @Attention(
                heads = 2,
                grid = {3, 2})
        Object spread;

        @Conv(kernel = 3, stride = 2, padding = 1, out = 6)
        Object keys;

        @Conv(kernel = 1, out = 4, from = "keys")
        Object values;

        @Attention(
                heads = 2,
                from = {"spread", "keys", "values"})
        Object named;
    }

    private static SelfAttention attention(Map<String, Object> attributes, int axes) {
        return new SelfAttention(new Values(layer(attributes, List.of("<input>")), Map.of()), axes);
    }

    private static LayerReport layer(Map<String, Object> attributes, List<String> from) {
        Map<String, Object> all = new HashMap<>(Map.of("heads", 2L, "out", 4L));
        all.putAll(attributes);
        return new LayerReport(
                "layer",
                "Attention",
                from,
                Optional.empty(),
                new dev.fovea.report.Shape(OptionalLong.of(4), List.of()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                all,
                false,
                List.of());
    }

    private static void copy(List<Parameter> from, List<Parameter> to) {
        assertEquals(from.size(), to.size());
        for (int index = 0; index < from.size(); index++) {
            to.get(index).getArray().set(from.get(index).getArray().toByteBuffer());
        }
    }

    /** With the projections of the first block done by hand, the products are the same. */
    @Test
    void ofThreeMapsIsWhatIsBetweenTheProjections() {
        Shape shape = new Shape(2, 4, 3, 5);
        try (NDManager manager = NDManager.newBaseManager()) {
            SelfAttention whole = initialized(manager, attention(Map.of(), 2), shape);
            ParameterStore store = new ParameterStore(manager, false);
            NDArray map = manager.randomNormal(shape);
            NDList parts = new NDList();
            for (String part : List.of("query", "key", "value")) {
                parts.add(projected(map, whole, part));
            }
            NDArray attended = Operations.activated(new Values(layer(Map.of(), List.of("q", "k", "v")), Map.of()), 2)
                    .forward(store, parts, false)
                    .head();
            NDArray expected = whole.forward(store, new NDList(map), false).head();
            assertTrue(expected.allClose(projected(attended, whole, "result"), 1e-4, 1e-4, false));
        }
    }

    private static NDArray projected(NDArray map, SelfAttention block, String part) {
        Shape shape = map.getShape();
        NDArray weight = block.getParameters().get(part + "Weight").getArray();
        NDArray bias = block.getParameters().get(part + "Bias").getArray();
        NDArray units = map.reshape(shape.get(0), shape.get(1), -1).transpose(0, 2, 1);
        return units.matMul(weight.transpose()).add(bias).transpose(0, 2, 1).reshape(shape);
    }

    /** Cells of 2 × 3: the units of equal place in each are a window of their own. */
    @Test
    void overAGridIsTheSameForEachPlaceInItsCells() {
        Shape shape = new Shape(2, 4, 6, 6);
        try (NDManager manager = NDManager.newBaseManager()) {
            SelfAttention gridded = initialized(manager, attention(Map.of("grid", List.of(3L, 2L)), 2), shape);
            SelfAttention whole = initialized(manager, attention(Map.of(), 2), shape);
            copy(gridded.getParameters().values(), whole.getParameters().values());
            ParameterStore store = new ParameterStore(manager, false);
            NDArray map = manager.randomNormal(shape);
            NDArray actual = gridded.forward(store, new NDList(map), false).head();
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 3; column++) {
                    NDIndex lattice =
                            new NDIndex().addAllDim(2).addSliceDim(row, 6, 2).addSliceDim(column, 6, 3);
                    NDArray expected = whole.forward(store, new NDList(map.get(lattice)), false)
                            .head();
                    assertTrue(expected.allClose(actual.get(lattice), 1e-4, 1e-4, false), row + " " + column);
                }
            }
        }
    }

    private static SelfAttention initialized(NDManager manager, SelfAttention block, Shape shape) {
        block.initialize(manager, DataType.FLOAT32, shape);
        block.getParameters().values().forEach(parameter -> parameter
                .getArray()
                .set(manager.randomNormal(parameter.getShape()).toByteBuffer()));
        return block;
    }

    @Test
    void selfAttentionHasTheReportedShapesAndParametersAndTrains() {
        DjlNetworkTest.check(SelfAttentionTest_AttendingReceptiveField.report(), new Shape(2, 4, 9, 8));
    }

    @Test
    void overTheMapIsTheEnginesOwn() {
        Shape shape = new Shape(2, 4, 3, 5);
        ScaledDotProductAttentionBlock engine = ScaledDotProductAttentionBlock.builder()
                .setEmbeddingSize(4)
                .setHeadCount(2)
                .optAttentionProbsDropoutProb(0)
                .build();
        try (NDManager manager = NDManager.newBaseManager()) {
            SelfAttention own = initialized(manager, attention(Map.of(), 2), shape);
            engine.initialize(manager, DataType.FLOAT32, new Shape(2, 15, 4));
            copy(own.getParameters().values(), engine.getParameters().values());
            ParameterStore store = new ParameterStore(manager, false);
            NDArray map = manager.randomNormal(shape);
            NDArray tokens = map.reshape(2, 4, 15).transpose(0, 2, 1);
            NDArray expected = engine.forward(store, new NDList(tokens), false)
                    .head()
                    .transpose(0, 2, 1)
                    .reshape(shape);
            assertTrue(
                    expected.allClose(own.forward(store, new NDList(map), false).head(), 1e-4, 1e-4, false));
        }
    }

    /** Windows of 4 × 3, shifted by 1 × 0, on a map of 10 × 6 that is filled up to 12 × 6. */
    @Test
    void inWindowsIsTheSameInEachByItself() {
        Shape shape = new Shape(2, 4, 10, 6);
        try (NDManager manager = NDManager.newBaseManager()) {
            SelfAttention windowed = initialized(
                    manager, attention(Map.of("window", List.of(4L, 3L), "shift", List.of(1L, 0L)), 2), shape);
            SelfAttention whole = initialized(manager, attention(Map.of(), 2), shape);
            copy(windowed.getParameters().values(), whole.getParameters().values());
            ParameterStore store = new ParameterStore(manager, false);
            NDArray map = manager.randomNormal(shape);
            NDArray actual = windowed.forward(store, new NDList(map), false).head();
            NDArray filled = map.pad(new Shape(0, 0, 0, 2), 0);
            long[] rows = {0, 1, 5, 9, 12};
            for (int row = 0; row + 1 < rows.length; row++) {
                for (int column = 0; column < 6; column += 3) {
                    NDArray window = filled.get(new NDIndex()
                            .addAllDim(2)
                            .addSliceDim(rows[row], rows[row + 1])
                            .addSliceDim(column, column + 3));
                    NDArray expected = whole.forward(store, new NDList(window), false)
                            .head()
                            .get(new NDIndex().addAllDim(2).addSliceDim(0, Math.min(rows[row + 1], 10) - rows[row]));
                    NDArray seen = actual.get(new NDIndex()
                            .addAllDim(2)
                            .addSliceDim(rows[row], Math.min(rows[row + 1], 10))
                            .addSliceDim(column, column + 3));
                    assertTrue(expected.allClose(seen, 1e-4, 1e-4, false), row + " " + column);
                }
            }
        }
    }
}
