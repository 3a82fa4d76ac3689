package dev.fovea.core.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.report.Obstacle;
import dev.fovea.report.TargetAxis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How networks are fed that pad otherwise than with zeros, move space into channels, or attend within windows. */
final class VocabularyTest {
    private static Network network(int axes, long size, String text) {
        ModelDeclaration model =
                ModelText.model(Map.of("axes", (long) axes, "channels", 4L, "size", List.of(size)), text);
        NetworkBuilder.Built built = NetworkBuilder.build(model);
        assertEquals(List.of(), built.findings());
        return built.network();
    }

    private static TargetAxis target(Network network) {
        return Targets.of(network, network.layers().size() - 1, 0);
    }

    @Test
    void aCircleHasNoTiles() {
        TargetAxis axis = target(network(2, 16, "a = Conv kernel=3 padding=1 borders=CIRCULAR"));
        assertEquals(Optional.of(Obstacle.CIRCULAR), axis.tiles().reason());
        TargetAxis unpadded = target(network(2, 16, "a = Conv kernel=3 borders=CIRCULAR"));
        assertEquals(Optional.empty(), unpadded.tiles().reason());
    }

    @Test
    void aMirrorNeedsOneUnitMoreThanThePadding() {
        TargetAxis axis = target(network(2, 16, "a = Conv kernel=9 padding=4 borders=REFLECT"));
        assertEquals(OptionalLong.of(5), axis.extents().working().orElseThrow().minimum());
        TargetAxis circle = target(network(2, 16, "a = Conv kernel=9 padding=4 borders=CIRCULAR"));
        assertEquals(
                OptionalLong.of(4), circle.extents().working().orElseThrow().minimum());
        TargetAxis strided = target(network(2, 16, "p = Pool kernel=2\na = Pad padding=3 borders=REFLECT"));
        assertEquals(
                OptionalLong.of(8), strided.extents().working().orElseThrow().minimum());
    }

    /** As in a U-Net that is resampled with equal corners: no tile is exact, but even extents work, whichever is declared. */
    @Test
    void equalCornersLeaveTheExtentsKnown() {
        TargetAxis axis = target(network(2, 254, """
                c = Conv kernel=3 padding=1 out=4
                p = Pool kernel=2
                u = Upsample scale=2 mode=LINEAR alignCorners=true
                v = Upsample scale=3 mode=LINEAR alignCorners=true
                q = Pool kernel=3
                s = Add from=c,q
                """));
        assertEquals(Optional.of(Obstacle.NONUNIFORM), axis.tiles().reason());
        assertEquals(2, axis.extents().working().orElseThrow().period());
        assertEquals(List.of(0L), axis.extents().working().orElseThrow().residues());
        assertEquals(OptionalLong.of(254), axis.extents().above());
    }

    @Test
    void spaceToDepthTakesMultiplesOfItsFactor() {
        TargetAxis axis = target(network(2, 12, "a = Conv kernel=3 padding=1\nb = SpaceToDepth factor=4"));
        assertEquals(4, axis.extents().working().orElseThrow().period());
        assertEquals(List.of(0L), axis.extents().working().orElseThrow().residues());
    }

    /** As in SegNet: what is put back has the pooled map's extent, and even where a row is left over, the map before its own. */
    @Test
    void anUnpooledMapIsTiledByItsPool() {
        TargetAxis axis = target(network(2, 32, """
                p = Pool kernel=2
                c = Conv kernel=3 padding=1 out=4
                u = Unpool of=p
                d = Conv kernel=3 padding=1 out=4
                """));
        assertEquals(Optional.empty(), axis.tiles().reason());
        assertEquals(OptionalLong.of(2), axis.tiles().step());
        assertEquals(OptionalLong.of(4), axis.tiles().before());
        assertEquals(OptionalLong.of(4), axis.tiles().after());
        assertEquals("any from 2 on", axis.extents().toString());
        TargetAxis narrower = target(network(
                2,
                32,
                "p = Pool kernel=2\nc = Conv kernel=3 padding=1 stride=2\nu = Upsample scale=2\nx = Unpool of=p"));
        assertEquals(List.of(0L, 1L), narrower.extents().working().orElseThrow().residues());
        assertEquals(4, narrower.extents().working().orElseThrow().period());
    }

    /** Patches of 4, windows of 7 shifted by 3, merged by 2, windows again: the published network's first two stages. */
    @Test
    void attentionWithinWindowsSeesWhatExecutionMeasured() {
        Network network = network(2, 224, """
                patches = Conv kernel=4 stride=4 out=96
                w1 = Attention heads=3 window=7
                a1 = Add from=patches,w1
                w2 = Attention heads=3 window=7 shift=3
                a2 = Add from=a1,w2
                merge = SpaceToDepth factor=2
                w3 = Attention heads=6 window=7
                w4 = Attention heads=6 window=7 shift=3
                """);
        Analysis analysis = Analysis.of(network);
        PeriodicField first = analysis.seen(2, 0).field().orElseThrow();
        assertEquals(7, first.period());
        assertEquals(28, first.phases().get(0).extent());
        PeriodicField second = analysis.seen(4, 0).field().orElseThrow();
        assertEquals(7, second.period());
        assertEquals(OptionalLong.of(56), analysis.figures().get(4).get(0).size());
        assertEquals(OptionalLong.of(168), analysis.figures().get(7).get(0).size());
        assertEquals(7, analysis.seen(7, 0).field().orElseThrow().period());
        assertEquals(OptionalLong.of(56), target(network).tiles().step());
    }

    /** As in MaxViT: of the input, multiples of the grid times the jump; the field is that of the convolution before. */
    @Test
    void attentionOverAGridTakesMultiplesOfItsCells() {
        Network network = network(2, 84, "c = Conv kernel=3 stride=4 padding=1 out=4\na = Attention heads=2 grid=7");
        TargetAxis axis = target(network);
        assertEquals(Optional.of(Obstacle.GLOBAL), axis.tiles().reason());
        assertEquals(
                List.of(0L, 25L, 26L, 27L),
                axis.extents().working().orElseThrow().residues());
        assertEquals(28, axis.extents().working().orElseThrow().period());
        Analysis analysis = Analysis.of(network);
        assertTrue(analysis.seen(1, 0).global());
        assertEquals(OptionalLong.of(3), analysis.figures().get(1).get(0).size());
        assertEquals(1, analysis.seen(1, 0).field().orElseThrow().period());
    }

    /** As in SegFormer: keys and values of a reduced map. The field is that of the queries, and any extent works. */
    @Test
    void attentionOfThreeMapsHasTheFieldOfItsQueries() {
        Network network = network(2, 32, """
                x = Conv kernel=3 padding=1 out=8
                q = Conv kernel=1 out=8
                r = Conv kernel=4 stride=4 out=8 from=x
                k = Conv kernel=1 out=8
                v = Conv kernel=1 out=6 from=r
                a = Attention heads=2 from=q,k,v
                """);
        TargetAxis axis = target(network);
        assertEquals(Optional.of(Obstacle.GLOBAL), axis.tiles().reason());
        assertEquals("any from 4 on", axis.extents().toString());
        Analysis analysis = Analysis.of(network);
        assertTrue(analysis.seen(5, 0).global());
        assertEquals(OptionalLong.of(3), analysis.figures().get(5).get(0).size());
        assertEquals(OptionalLong.of(6), network.layers().get(5).shape().channels());
        assertEquals(OptionalLong.of(0), network.layers().get(5).costs().parameters());
        assertEquals(
                OptionalLong.of(1024 * 64 * (8 + 6)),
                network.layers().get(5).costs().macs());
    }

    @Test
    void aWindowAsWideAsTheMapIsTheWholeMap() {
        Network network = network(2, 28, "p = Pool kernel=4\na = Attention heads=1 window=7 shift=3");
        assertEquals(Optional.of(Obstacle.GLOBAL), target(network).tiles().reason());
        assertEquals(true, Analysis.of(network).seen(1, 0).global());
    }
}
