package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.NetworkReport;
import org.junit.jupiter.api.Test;

final class SegmentationHeadTest {
    @Test
    void theReportIsThereAtRunTime() {
        NetworkReport report = SegmentationHeadReceptiveField.report();

        assertEquals(17, SegmentationHeadReceptiveField.FAR_SIZE);
        assertEquals(17, report.layer("far").field().get(0).covered().orElseThrow());
        assertTrue(report.diagnostics().isEmpty(), report::toString);
    }
}
