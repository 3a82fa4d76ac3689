package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.onnx.testing.GraphText;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statistics over groups of channels, and over positions that are weighed. */
final class StatisticsTest extends SmallGraphs {
    private static GraphText groups() {
        return GraphText.of(1, 4, 6, 6)
                .weight("w", 8, 4, 3, 3)
                .weight("v", 6, 4, 1, 1)
                .integers("split", 1, 2, 4, 6, 6)
                .node("a = Conv(x, w) pads=1,1,1,1")
                .node("g = Reshape(a, split)");
    }

    private static final String HALVED = "Conv[bias=false, kernel=[3], out=8, padding=[1]] Slice[begin=0, end=4]";

    /** Maxout, and the sum over the branches of a selective kernel (Li et al. 2019). */
    @Test
    void aStatisticOverGroupsOfChannelsLeavesOneForEach() throws IOException {
        String conv = " Conv[bias=false, kernel=[1], out=6]";
        assertEquals(
                HALVED + conv,
                layers(groups().node("s = ReduceMax(g) axes=1, keepdims=0").node("y = Conv(s, v)")));
        GraphText neighbours = groups().integers("pairs", 1, 4, 2, 6, 6)
                .node("p = Reshape(a, pairs)")
                .node("s = ReduceMax(p) axes=2, keepdims=0");
        assertEquals(HALVED + conv, layers(neighbours.node("y = Conv(s, v)")));
    }

    @Test
    void aStatisticOverGroupsOfChannelsMayBeTheOutput() throws IOException {
        assertEquals(
                HALVED,
                layers(groups().node("y = ReduceMean(g) axes=1, keepdims=0").opset(17)));
    }

    private static GraphText sequence() {
        return GraphText.of(1, 4, 20)
                .weight("w", 1, 4, 1)
                .weight("v", 4, 4, 1)
                .node("e = Conv(x, w)")
                .node("shares = Softmax(e) axis=2")
                .opset(13);
    }

    private static final String WEIGHED = "Conv[bias=false, kernel=[1], out=1] Multiply[] GlobalPool[]";

    /** Global context and attentive statistics: each position counts by its share in a softmax over all of them. */
    @Test
    void aSumOfPositionsTimesTheirSharesIsAPoolOfTheWholeMap() throws IOException {
        assertEquals(
                WEIGHED,
                layers(sequence()
                        .node("m = Mul(x, shares)")
                        .integers("two", 2)
                        .node("y = ReduceSum(m, two) keepdims=0")));
        assertEquals(
                WEIGHED,
                layers(sequence().node("t = Transpose(shares) perm=0,2,1").node("y = MatMul(x, t)")));
        assertEquals(
                WEIGHED, layers(sequence().node("t = Transpose(x) perm=0,2,1").node("y = MatMul(shares, t)")));
    }

    @Test
    void sharesThatAreNotSummedUpHaveNoWord() throws IOException {
        for (String reader : List.of("y = Conv(m, v)", "y = ReduceMax(m) axes=2,", "y = Mul(m, x)")) {
            OnnxModel model = read(sequence().node("m = Mul(x, shares)").node("reader", reader), "y");
            assertEquals(
                    "a softmax over positions is read by something other than a weighted sum",
                    model.notExpressed().get(0).reason());
            assertEquals("reader", model.notExpressed().get(0).node());
        }
        OnnxModel output = read(sequence().node("last", "y = Identity(shares)"), "y");
        assertEquals("last", output.notExpressed().get(0).node());
    }

    @Test
    void aStatisticOverNeighboursThatAReshapePutApartIsAPool() throws IOException {
        GraphText graph = GraphText.of(1, 4, 6, 9)
                .weight("w", 8, 4, 3, 3)
                .integers("tiles", 1, 4, 3, 2, 3, 3)
                .node("t = Reshape(x, tiles)")
                .node("m = ReduceMax(t) axes=3,5 keepdims=0")
                .node("y = Conv(m, w) pads=1,1,1,1");
        assertEquals(
                "Pool[kernel=[2, 3], stride=[2, 3]] Conv[bias=false, kernel=[3], out=8, padding=[1]]", layers(graph));
        OnnxModel spread = read(
                GraphText.of(1, 4, 6, 9)
                        .weight("w", 8, 4, 3, 3)
                        .integers("tiles", 1, 4, 2, 3, 9)
                        .node("a = Conv(x, w) pads=1,1,1,1")
                        .integers("more", 1, 8, 2, 3, 9)
                        .node("t = Reshape(a, more)")
                        .node("y = ReduceMax(t) axes=2, keepdims=0"),
                "y");
        assertEquals(
                "it takes a statistic over a part of the map",
                spread.notExpressed().get(0).reason());
    }
}
