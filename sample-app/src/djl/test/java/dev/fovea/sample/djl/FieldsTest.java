package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.NetworkReport;
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
        assertEquals(
                read,
                report.layers()
                        .get(report.layers().size() - 1)
                        .coverage()
                        .orElseThrow()
                        .read()
                        .orElseThrow());
    }
}
