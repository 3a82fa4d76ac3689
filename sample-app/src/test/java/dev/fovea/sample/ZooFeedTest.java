package dev.fovea.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.report.InputExtents;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.StreamPlan;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How the models of the zoo are fed. */
final class ZooFeedTest {
    @Test
    void causalNetworksLookNoSampleAheadAndNeedTheirContextBeforeATile() {
        assertCausal(WaveNetReceptiveField.report(), 3069);
        assertCausal(TcnReceptiveField.report(), 1020);
        assertEquals(3069, WaveNetReceptiveField.TILE_BEFORE);
        assertEquals(0, WaveNetReceptiveField.TILE_AFTER);
    }

    private static void assertCausal(NetworkReport report, long past) {
        StreamPlan stream = report.stream().get(0);
        assertEquals(OptionalLong.of(past), stream.past());
        assertEquals(OptionalLong.of(0), stream.lookahead());
        assertEquals(OptionalLong.of(1), stream.latency());
        assertEquals(OptionalLong.of(past), report.tiles().get(0).before());
        assertEquals(OptionalLong.of(0), report.tiles().get(0).after());
    }

    @Test
    void aUNetWithoutPaddingTakesTwelveModuloSixteen() {
        InputExtents extents = UNetReceptiveField.report().extents().get(0);
        assertEquals("12 mod 16 from 188 on", extents.toString());
        assertEquals(List.of(12L), extents.working().get().residues());
        assertEquals(OptionalLong.of(572), extents.below());
        assertEquals(OptionalLong.of(572), extents.above());
        assertEquals(
                "step 16, context 0 before, 188 after, 184 lost",
                UNetReceptiveField.report().tiles().get(0).toString());
    }

    @Test
    void classifiersHaveNoTilesButTheirMapsDo() {
        NetworkReport report = ResNet50ReceptiveField.report();
        assertEquals(
                "none is exact: a layer reads the whole map",
                report.tiles().get(0).toString());
        assertEquals(
                "step 16, context 144 before, 118 after (133 and 118 are read)",
                report.tiles("C4").get(0).toString());
        assertEquals(16, ResNet50ReceptiveField.C4_TILE_STEP);
        assertEquals(144, ResNet50ReceptiveField.C4_TILE_BEFORE);
        assertEquals(118, ResNet50ReceptiveField.C4_TILE_AFTER);
    }

    @Test
    void linearLayersFixTheExtentsUpToRounding() {
        assertEquals("224 to 255", Vgg16ReceptiveField.report().extents().get(0).toString());
        assertEquals("any", ResNet50ReceptiveField.report().extents().get(0).toString());
    }
}
