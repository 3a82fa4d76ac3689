package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.DjlNetwork;
import dev.fovea.djl.MeasuredField;
import dev.fovea.report.NetworkReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The story's two networks read what its text says, pixel by pixel. */
final class FieldsTest {
    @Test
    void theFullSquareAndTheDottedOne() {
        check(CompleteReceptiveField.report(), 17, 289);
        check(GriddingReceptiveField.report(), 13, 49);
    }

    private static void check(NetworkReport report, int size, int read) {
        Fields fields = Fields.of(report);
        assertEquals(size, fields.computed().size());
        assertEquals(read, fields.computed().count());
        assertEquals(read, fields.count());
        assertTrue(fields.agree(), report.model());
        assertEquals(read, measured(report).count());
        assertEquals(
                read,
                report.layers()
                        .get(report.layers().size() - 1)
                        .coverage()
                        .orElseThrow()
                        .read()
                        .orElseThrow());
    }

    /** By NaNs too, with other weights. */
    private static MeasuredField measured(NetworkReport report) {
        DjlNetwork network = DjlModels.build(report);
        Shape image = new Shape(1, 1, Stripes.SIZE, Stripes.SIZE);
        try (NDManager manager = NDManager.newBaseManager()) {
            network.initialize(manager, DataType.FLOAT32, image);
            MeasuredField field = DjlModels.measure(network, image, Stripes.SIZE / 2, Stripes.SIZE / 2);
            assertEquals(List.of(), field.doubts());
            network.clear();
            return field;
        }
    }
}
