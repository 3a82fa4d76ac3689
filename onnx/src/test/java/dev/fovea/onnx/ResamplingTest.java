package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.unread.NotExpressed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where resampling operators place their units, in the words of the layers. */
final class ResamplingTest extends SmallGraphs {
    private static GraphText map() {
        return GraphText.of(1, 4, 12, 12).weight("t", 4, 4, 3, 3).weight("q", 4, 4, 4, 4);
    }

    private String gap(GraphText graph) throws IOException {
        OnnxModel model = read(graph.weight("p", 4, 4, 1, 1).node("c = Conv(x, p)"), "c", "y");
        return model.notExpressed().stream()
                .filter(NotExpressed::isGap)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void aScaleThatLeavesAPartOfAUnitIsNotTheRatioOfTheExtents() throws IOException {
        GraphText graph = map().reals("scales", 1, 1, 1.3, 1.3)
                .node("y = Resize(x, , scales) coordinate_transformation_mode=\"asymmetric\" nearest_mode=\"floor\"");
        assertEquals("its scale 1.2999999523162842 leaves a part of a unit of 12", gap(graph));
    }

    @Test
    void scalesOfSinglePrecisionAreRounded() throws IOException {
        assertEquals(
                "Upsample[size=[10]]",
                layers(
                        GraphText.of(1, 4, 7, 7)
                                .reals("scales", 1, 1, 10 / 7.0, 10 / 7.0)
                                .node(
                                        "y = Resize(x, , scales) coordinate_transformation_mode=\"asymmetric\" nearest_mode=\"floor\"")));
    }

    @Test
    void linearUnitsThatLieAtTheBeginningOfTheirAreaAreThoseOfAlignedCorners() throws IOException {
        String expected =
                "Pad[padding=[0, 0, 1, 1]] Upsample[alignCorners=true, mode=LINEAR, size=[25]] Crop[padding=[0, 0, 1, 1]]";
        assertEquals(
                expected,
                layers(
                        map().reals("scales", 1, 1, 2, 2)
                                .node(
                                        "y = Resize(x, , scales) mode=\"linear\" coordinate_transformation_mode=\"asymmetric\"")));
        assertEquals(
                expected, layers(map().reals("scales", 1, 1, 2, 2).node("y = Upsample(x, scales) mode=\"linear\"")));
        // Before opset 11, Resize had no other mode.
        assertEquals(expected, layers(map().reals("scales", 1, 1, 2, 2).node("y = Resize(x, scales) mode=\"linear\"")));
    }

    @Test
    void sizesMayKeepTheRatioOfTheExtents() throws IOException {
        GraphText graph = GraphText.of(1, 4, 12, 24).integers("sizes", 1, 4, 36, 48);
        assertEquals(
                "Upsample[size=[24, 48]]",
                layers(
                        graph.integers("two", 36, 48)
                                .node(
                                        "y = Resize(x, , , two) axes=2,3 keep_aspect_ratio_policy=\"not_larger\" coordinate_transformation_mode=\"asymmetric\" nearest_mode=\"floor\"")));
    }

    @Test
    void aSingleUnitOfPyTorchLiesAtTheBorder() throws IOException {
        GraphText graph = map().integers("sizes", 1, 4, 1, 1)
                .node("y = Resize(x, , , sizes) mode=\"linear\" coordinate_transformation_mode=\"pytorch_half_pixel\"");
        assertEquals("it resamples to a single unit, which lies at the border", gap(graph));
    }

    @Test
    void theOddUnitOfPaddingMayStandAtTheBeginning() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[3], out=4, padding=[1, 1, 0, 0], stride=[2]]",
                layers(map().node("y = Conv(x, t) auto_pad=\"SAME_LOWER\" strides=2,2")));
        assertEquals(
                "TransposedConv[bias=false, kernel=[3], out=4, padding=[1, 1, 0, 0], stride=[2]]",
                layers(map().node("y = ConvTranspose(x, t) auto_pad=\"SAME_LOWER\" strides=2,2")));
    }

    @Test
    void aStatedOutputShapeSaysThePadding() throws IOException {
        assertEquals(
                "TransposedConv[bias=false, kernel=[4], out=4, padding=[1], stride=[2]]",
                layers(map().node("y = ConvTranspose(x, q) strides=2,2 output_shape=24,24")));
        assertEquals(
                "TransposedConv[bias=false, kernel=[3], out=4, outputPadding=[1], stride=[2]]",
                layers(map().node("y = ConvTranspose(x, t) strides=2,2 output_shape=26,26")));
        assertEquals(
                "its output_shape is larger than its windows reach",
                gap(map().node("y = ConvTranspose(x, t) strides=2,2 output_shape=40,40")));
    }

    @Test
    void everyNthPositionOfAPartLeavesOutTheRest() throws IOException {
        assertEquals(
                "Crop[padding=[3, 0, 5, 0]] Pool[kernel=[1], stride=[4, 1]]",
                layers(map().integers("begin", 3)
                        .integers("end", -5)
                        .integers("axis", 2)
                        .integers("step", 4)
                        .node("y = Slice(x, begin, end, axis, step)")));
    }

    @Test
    void channelsInAnotherOrderAreTheSameMap() throws IOException {
        GraphText graph = map().integers("begin", -1)
                .integers("end", -100)
                .integers("axis", 1)
                .integers("step", -1)
                .integers("some", 2, 0)
                .integers("all", 2, 0, 1, 3);
        graph.node("r = Slice(x, begin, end, axis, step)")
                .node("g = Gather(r, all) axis=1")
                .node("y = Gather(g, some) axis=1");
        assertEquals("Slice[begin=0, end=2]", layers(graph));
    }

    @Test
    void positionsInAnotherOrderAreNot() throws IOException {
        GraphText graph =
                map().integers("turned", 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0).node("y = Gather(x, turned) axis=2");
        assertEquals("it picks in an irregular way", gap(graph));
        assertEquals(List.of(), read(map().node("y = Conv(x, t)"), "y").notExpressed());
    }

    @Test
    void aMapThatIsContinuedInACircleIsNoMapWithZeros() throws IOException {
        GraphText graph = map().integers("pads", 0, 0, 1, 1, 0, 0, 1, 1)
                .node("w = Pad(x, pads) mode=\"wrap\"")
                .node("a = Conv(w, t)")
                .node("b = Conv(w, t)")
                .node("y = Add(a, b)");
        assertEquals("it continues the map in a circle, and no window follows", gap(graph));
    }

    /** As darknet's ports and older Keras write it: each unit beside copies of itself, then a reshape. */
    @Test
    void unitsBesideCopiesOfThemselvesAreResampledToTheNearest() throws IOException {
        GraphText graph = map().integers("apart", 1, 4, 12, 1, 12, 1)
                .integers("copies", 1, 4, 12, 2, 12, 3)
                .integers("joined", 1, 4, -1, 36)
                .node("a = Reshape(x, apart)");
        String expected = "Upsample[scale=[2, 3]] Conv[bias=false, kernel=[3], out=4]";
        assertEquals(
                expected,
                layers(graph.node("b = Expand(a, copies)")
                        .node("c = Reshape(b, joined)")
                        .node("y = Conv(c, t)")));
        GraphText tiled = map().integers("apart", 1, 4, 12, 1, 12, 1)
                .integers("times", 1, 1, 1, 2, 1, 3)
                .integers("joined", 1, 4, 24, 36)
                .node("a = Reshape(x, apart)")
                .node("b = Tile(a, times)");
        assertEquals(expected, layers(tiled.node("c = Reshape(b, joined)").node("y = Conv(c, t)")));
        // The copies before their unit: the map beside itself.
        assertEquals(
                "it repeats parts of the map",
                gap(map().integers("apart", 1, 4, 1, 12, 12)
                        .integers("copies", 1, 4, 2, 12, 12)
                        .integers("joined", 1, 4, 24, 12)
                        .node("a = Reshape(x, apart)")
                        .node("b = Expand(a, copies)")
                        .node("y = Reshape(b, joined)")));
    }

    @Test
    void aSingleUnitIsTiledOverAMapAndChannelsAreTiledBesideEachOther() throws IOException {
        assertEquals(
                "GlobalPool[] Upsample[size=[12]]",
                layers(map().integers("times", 1, 1, 12, 12)
                        .node("a = GlobalAveragePool(x)")
                        .node("y = Tile(a, times)")));
        assertEquals("Concat[]", layers(map().integers("times", 1, 3, 1, 1).node("y = Tile(x, times)")));
        assertEquals(
                "it repeats 12 of axis 0 by 1",
                gap(map().integers("times", 1, 1, 2, 1).node("y = Tile(x, times)")));
    }

    @Test
    void theFirstUpsampleHadAScaleForEachAxisOfAnImage() throws IOException {
        assertEquals(
                "Upsample[scale=[2, 3]]",
                layers(map().node("y = Upsample(x) height_scale=2.0 width_scale=3.0")
                        .opset(6)));
    }

    /** An extent that is not known is a multiple of the block that the graph cuts it into, or the graph could not run. */
    @Test
    void blocksOfAMapOfOpenExtentsAreSpaceToDepth() throws IOException {
        GraphText graph = GraphText.of(1, 4, -1, -2)
                .weight("w", 16, 16, 3, 3)
                .weight("v", 4, 4, 3, 3)
                .integers("rows", 0, 0, -1, 2, 0)
                .integers("columns", 0, 0, 0, 0, -1, 2)
                .integers("joined", 0, 16, 0, 0)
                .node("a = Unsqueeze(x) axes=3,")
                .node("b = Reshape(a, rows)")
                .node("c = Unsqueeze(b) axes=5,")
                .node("d = Reshape(c, columns)")
                .node("t = Transpose(d) perm=0,1,3,5,2,4")
                .opset(12);
        graph.integers("flat", 0, 16, -1)
                .node("s = Shape(t)")
                .integers("at", 4, 5)
                .integers("head", 1, 16)
                .node("hw = Gather(s, at)")
                .node("j = Concat(head, hw) axis=0")
                .node("r = Reshape(t, j)")
                .node("e = Conv(r, w) pads=1,1,1,1")
                .node("g = DepthToSpace(e) blocksize=2")
                .node("y = Conv(g, v) pads=1,1,1,1");
        assertEquals(
                "SpaceToDepth[factor=2] Conv[bias=false, kernel=[3], out=16, padding=[1]] PixelShuffle[factor=2] Conv[bias=false, kernel=[3], out=4, padding=[1]]",
                layers(graph));
    }
}
