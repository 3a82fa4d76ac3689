package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.unread.Missing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What small graphs amount to. */
final class OperatorsTest extends SmallGraphs {
    @Test
    void aConvolutionKeepsItsGeometry() throws IOException {
        assertEquals(
                "Conv[kernel=[3], out=16, padding=[1], stride=[2]]",
                layers(image().node("y = Conv(x, w, b) pads=1,1,1,1 strides=2,2")));
        assertEquals(
                "Dilated[bias=false, kernel=[3], out=16, padding=[2], rate=[2]]",
                layers(image().node("y = Conv(x, w) pads=2,2,2,2 dilations=2,2")));
        assertEquals(
                "Conv[bias=false, kernel=[3], out=16, padding=[0, 1, 2, 1]]",
                layers(image().node("y = Conv(x, w) pads=0,1,2,1")));
    }

    @Test
    void automaticPaddingIsSame() throws IOException {
        assertTrue(layers(image().node("y = Conv(x, w) auto_pad=\"SAME_UPPER\" strides=2,2"))
                .contains("padding=[-"));
        assertEquals(
                "Conv[bias=false, kernel=[3], out=16, padding=[1]]",
                layers(image().node("y = Conv(x, w) auto_pad=\"SAME_LOWER\"")));
    }

    @Test
    void activationsAreJoinedToTheLayerBefore() throws IOException {
        assertEquals(
                "Conv[activation=RELU, bias=false, kernel=[3], out=16]",
                layers(image().node("c = Conv(x, w)").node("y = Relu(c)")));
        assertEquals(
                "Conv[activation=SILU, bias=false, kernel=[3], out=16]",
                layers(image().node("c = Conv(x, w)").node("s = Sigmoid(c)").node("y = Mul(c, s)")));
        assertEquals(
                "Conv[activation=HARD_SWISH, bias=false, kernel=[3], out=16]",
                layers(image().real("three", 3)
                        .real("six", 6)
                        .real("zero", 0)
                        .node("c = Conv(x, w)")
                        .node("a = Add(c, three)")
                        .node("l = Clip(a, zero, six)")
                        .node("m = Mul(c, l)")
                        .node("y = Div(m, six)")));
    }

    @Test
    void batchNormalisationIsJoinedToTheLayerBefore() throws IOException {
        assertEquals(
                "Conv[activation=RELU, bias=false, kernel=[3], norm=BATCH, out=16]",
                layers(image().node("c = Conv(x, w)")
                        .node("n = BatchNormalization(c, b, b, b, b)")
                        .node("y = Relu(n)")));
    }

    @Test
    void aDecomposedLayerNormAfterTransposesIsOneLayer() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[3], norm=LAYER, out=16]",
                layers(image().real("two", 2)
                        .real("eps", 0.00001)
                        .node("c = Conv(x, w)")
                        .node("t = Transpose(c) perm=0,2,3,1")
                        .node("m = ReduceMean(t) axes=-1,")
                        .node("d = Sub(t, m)")
                        .node("q = Pow(d, two)")
                        .node("v = ReduceMean(q) axes=-1,")
                        .node("e = Add(v, eps)")
                        .node("r = Sqrt(e)")
                        .node("n = Div(d, r)")
                        .node("g = Mul(n, b)")
                        .node("h = Add(g, b)")
                        .node("y = Transpose(h) perm=0,3,1,2")));
    }

    @Test
    void groupNormalisationByReshapeIsOneLayer() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[3], norm=GROUP, out=16]",
                layers(image().integers("groups", 0, 4, -1)
                        .integers("back", 1, 16, 30, 30)
                        .weight("ones", 4)
                        .weight("scale", 16, 1, 1)
                        .node("c = Conv(x, w)")
                        .node("r = Reshape(c, groups)")
                        .node("i = InstanceNormalization(r, ones, ones)")
                        .node("k = Reshape(i, back)")
                        .node("g = Mul(k, scale)")
                        .node("y = Add(g, scale)")));
    }

    @Test
    void reshapesThatMixChannelsAreAShuffle() throws IOException {
        assertEquals(
                "ChannelShuffle[groups=2] Conv[bias=false, kernel=[3], out=16]",
                layers(image().integers("split", 1, 2, 4, 32, 32)
                        .integers("join", 1, 8, 32, 32)
                        .node("a = Reshape(x, split)")
                        .node("t = Transpose(a) perm=0,2,1,3,4")
                        .node("s = Reshape(t, join)")
                        .node("y = Conv(s, w)")));
    }

    @Test
    void blocksAmongTheChannelsAreSpaceToDepthHoweverTheyAreWritten() throws IOException {
        String expected = "SpaceToDepth[factor=2] Conv[bias=false, kernel=[1], out=16]";
        GraphText reshaped = GraphText.of(1, 2, 32, 32)
                .weight("p", 16, 8, 1, 1)
                .integers("split", 1, 2, 16, 2, 16, 2)
                .integers("join", 1, 8, 16, 16)
                .node("a = Reshape(x, split)")
                .node("t = Transpose(a) perm=0,1,3,5,2,4")
                .node("s = Reshape(t, join)")
                .node("y = Conv(s, p)");
        assertEquals(expected, layers(reshaped));
        GraphText sliced = GraphText.of(1, 2, 32, 32).weight("p", 16, 8, 1, 1).integers("two", 2);
        sliced.integers("h", 2)
                .integers("w", 3)
                .integers("zero", 0)
                .integers("one", 1)
                .integers("end", 99);
        for (String row : List.of("zero", "one")) {
            sliced.node("%s = Slice(x, %s, end, h, two)".formatted("r" + row, row));
            for (String column : List.of("zero", "one")) {
                sliced.node("%s = Slice(r%s, %s, end, w, two)".formatted(row + column, row, column));
            }
        }
        sliced.node("s = Concat(zerozero, onezero, zeroone, oneone) axis=1").node("y = Conv(s, p)");
        assertEquals(expected, layers(sliced));
    }

    @Test
    void channelsAmongThePositionsArePixelShuffle() throws IOException {
        assertEquals(
                "PixelShuffle[factor=2] Conv[bias=false, kernel=[1], out=4]",
                layers(GraphText.of(1, 8, 16, 16)
                        .weight("p", 4, 2, 1, 1)
                        .integers("split", 1, 2, 2, 2, 16, 16)
                        .integers("join", 1, 2, 32, 32)
                        .node("a = Reshape(x, split)")
                        .node("t = Transpose(a) perm=0,1,4,2,5,3")
                        .node("s = Reshape(t, join)")
                        .node("y = Conv(s, p)")));
    }

    @Test
    void aMatrixIsAConvolutionOrReadsTheWholeMap() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[1], out=5]",
                layers(GraphText.of(1, 8, 4, 4)
                        .weight("m", 8, 5)
                        .node("t = Transpose(x) perm=0,2,3,1")
                        .node("y = MatMul(t, m)")));
        assertEquals(
                "Linear[out=5]",
                layers(GraphText.of(1, 8, 4, 4)
                        .weight("m", 5, 128)
                        .weight("c", 5)
                        .node("f = Flatten(x)")
                        .node("y = Gemm(f, m, c) transB=1")));
    }

    @Test
    void squeezeAndExcitationIsOneLayer() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[3], out=16] SqueezeExcite[activation=RELU, gate=HARD_SIGMOID, squeeze=4]",
                layers(image().weight("down", 4, 16, 1, 1)
                        .weight("up", 16, 4, 1, 1)
                        .weight("four", 4)
                        .node("c = Conv(x, w)")
                        .node("g = GlobalAveragePool(c)")
                        .node("d = Conv(g, down, four)")
                        .node("r = Relu(d)")
                        .node("u = Conv(r, up, b)")
                        .node("s = HardSigmoid(u)")
                        .node("y = Mul(c, s)")));
    }

    @Test
    void resamplingToAnotherMapsExtentsNamesThatMap() throws IOException {
        GraphText graph = GraphText.of(1, 8, -1, -2)
                .weight("w", 8, 8, 3, 3)
                .integers("two", 2)
                .integers("four", 4)
                .integers("zero", 0)
                .reals("none")
                .node("a = Conv(x, w) pads=1,1,1,1")
                .node("d = Conv(a, w) pads=1,1,1,1 strides=2,2")
                .node("s = Shape(a)")
                .node("hw = Slice(s, two, four, zero)")
                .node("t = Shape(d)")
                .node("nc = Slice(t, zero, two, zero)")
                .node("size = Concat(nc, hw) axis=0")
                .node("u = Resize(d, , , size) mode=\"linear\"")
                .node("y = Add(u, a)");
        assertTrue(layers(graph).contains("Upsample[mode=LINEAR, to="), layers(graph));
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestHasItsLayers() throws IOException {
        OnnxModel model = read(
                image().node("c = Conv(x, w)")
                        .node("warp", "g = GridSample(c, c)")
                        .node("y = Relu(g)"),
                "y");
        assertEquals(1, model.definition().layers().size());
        assertEquals(
                "warp (GridSample): the operator has no counterpart among the layers",
                model.notExpressed().get(0).toString());
        OnnxModel custom = read(image().node("c = Conv(x, w)").node("y = com.acme:Fast(c)"), "y");
        assertEquals("com.acme.Fast", custom.notExpressed().get(0).operator());
        OnnxModel chosen = read(image().node("c = Conv(x, w)").node("either", "y = If(c)"), "y");
        assertEquals(
                "either (If): which branch is taken is computed from the data, or from an extent that is not known",
                chosen.notExpressed().get(0).toString());
    }

    @Test
    void functionsOfTheFileAreInlined() throws IOException {
        assertEquals(
                "Conv[activation=RELU, bias=false, kernel=[3], out=16]",
                layers(image().function(
                                "Block",
                                List.of("in", "weight"),
                                List.of("out"),
                                "c = Conv(in, weight)",
                                "out = Relu(c)")
                        .node("y = mine:Block(x, w)")));
    }

    @Test
    void severalOutputsAreEndpoints() throws IOException {
        OnnxModel model = read(image().node("head1", "a = Conv(x, w)").node("head2", "b = Conv(x, p)"), "a", "b");
        assertEquals(
                "{Endpoint={value=head1}}",
                model.definition().layers().get(0).beside().toString());
        assertEquals("{}", model.definition().layers().get(1).beside().toString());
    }

    @Test
    void aShapeThatTheFileStatesOtherwiseIsAGap() throws IOException {
        OnnxModel model =
                read(image().stated("c", 1, 16, 29, 30).node("a", "p = Relu(x)").node("b", "c = Conv(p, w)"), "p", "c");
        assertEquals(
                "b (Conv): the file says that its output is [1, 16, 29, 30], but it was read as [1, 16, 30, 30]",
                model.notExpressed().get(0).toString());
    }

    @Test
    void aTokenBesideTheMapIsSaidToHaveNoCost() throws IOException {
        OnnxModel model = read(
                GraphText.of(1, 8, 4, 4)
                        .weight("token", 1, 1, 8)
                        .weight("m", 8, 5)
                        .integers("flat", 1, 8, 16)
                        .node("f = Reshape(x, flat)")
                        .node("t = Transpose(f) perm=0,2,1")
                        .node("all", "a = Concat(token, t) axis=1")
                        .node("y = MatMul(a, m)"),
                "y");
        assertEquals(Missing.COSTS, model.notExpressed().get(0).missing());
        assertEquals(1, model.definition().layers().size());
    }

    @Test
    void theChannelsOfAnImageMayBeNormalisedOneByOne() throws IOException {
        GraphText graph = GraphText.of(1, 3, 32, 32)
                .weight("w", 8, 3, 3, 3)
                .integers("one", 1)
                .real("scale", 0.5);
        for (int channel = 0; channel < 3; channel++) {
            graph.index("i" + channel, channel)
                    .node("g%s = Gather(x, i%s) axis=1".formatted(channel, channel))
                    .node("u%s = Unsqueeze(g%s, one)".formatted(channel, channel))
                    .node("m%s = Mul(u%s, scale)".formatted(channel, channel))
                    .node("a%s = Add(m%s, scale)".formatted(channel, channel));
        }
        graph.node("c = Concat(a0, a1, a2) axis=1").node("y = Conv(c, w)");
        assertEquals(
                "Slice[begin=0, end=1] Slice[begin=1, end=2] Slice[begin=2, end=3] Concat[] Conv[bias=false, kernel=[3], out=8]",
                layers(graph));
    }

    @Test
    void maximaAreUnpooledToWhereTheyCameFrom() throws IOException {
        assertEquals(
                "Pool[kernel=[2], stride=[2]] Unpool[of=p]",
                layers(GraphText.of(1, 8, 32, 32)
                        .node("p", "p, i = MaxPool(x) kernel_shape=2,2 strides=2,2")
                        .node("u", "y = MaxUnpool(p, i) kernel_shape=2,2 strides=2,2")));
    }

    @Test
    void slopesAreParametersOfALayerOfTheirOwn() throws IOException {
        GraphText slopes = GraphText.of(1, 8, 32, 32)
                .weight("s", 8, 1, 1)
                .node("a = Sigmoid(x)")
                .node("p = PRelu(a, s)")
                .node("y = Tanh(p)");
        assertEquals("Activate[value=SIGMOID] Activate[value=PRELU] Activate[value=TANH]", layers(slopes));
        OnnxModel one = read(GraphText.of(1, 8, 32, 32).weight("s", 1).node("y = PRelu(x, s)"), "y");
        assertEquals(Missing.COSTS, one.notExpressed().get(0).missing());
    }

    @Test
    void aRecurrentLayerRunsAlongItsAxis() throws IOException {
        assertEquals(
                "Recurrent[bidirectional=true, units=16]",
                layers(GraphText.of(1, 8, 20)
                        .weight("w", 2, 64, 8)
                        .weight("r", 2, 64, 16)
                        .node("s = Transpose(x) perm=2,0,1")
                        .node("y = LSTM(s, w, r) hidden_size=16 direction=\"bidirectional\"")));
    }

    @Test
    void whatIsPaddedWithSomethingElseThanZerosHasBorders() throws IOException {
        assertEquals(
                "Conv[bias=false, borders=REFLECT, kernel=[3], out=16, padding=[1]]",
                layers(image().integers("pads", 0, 0, 1, 1, 0, 0, 1, 1)
                        .node("p = Pad(x, pads) mode=\"reflect\"")
                        .node("y = Conv(p, w)")));
    }
}
