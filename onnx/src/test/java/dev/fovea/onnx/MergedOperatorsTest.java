package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.onnx.testing.GraphText;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Products, choices and statistics that exporters write in several ways. */
final class MergedOperatorsTest extends SmallGraphs {
    @Test
    void sumsMayHaveAnyNumberOfOperands() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[1], out=16] Conv[bias=false, kernel=[1], out=16] Conv[bias=false, kernel=[1], out=16] Add[] Add[]",
                layers(image().node("a = Conv(x, p)")
                        .node("b = Conv(x, p)")
                        .node("c = Conv(x, p)")
                        .node("y = Sum(a, b, c)")));
    }

    /** A mask for each of two speakers times the one map that both are cut from (Conv-TasNet). */
    @Test
    void aMapThatMeetsSeveralGroupsOfItsChannelsIsRepeatedForEach() throws IOException {
        GraphText graph = GraphText.of(1, 8, 32)
                .weight("twice", 16, 8, 1)
                .integers("groups", 1, 2, 8, 32)
                .node("c = Conv(x, twice)")
                .node("m = Reshape(c, groups)")
                .node("one = Unsqueeze(x) axes=1,")
                .opset(12);
        assertEquals("Conv[bias=false, kernel=[1], out=16] Concat[] Multiply[]", layers(graph.node("y = Mul(one, m)")));
    }

    @Test
    void eachPositionWithEachOtherOneIsNoMergeOfMaps() throws IOException {
        OnnxModel model = read(
                GraphText.of(1, 8, 32)
                        .weight("w", 8, 8, 1)
                        .node("c = Conv(x, w)")
                        .node("rows = Unsqueeze(c) axes=2,")
                        .node("columns = Unsqueeze(c) axes=3,")
                        .node("d = Identity(columns)")
                        .node("e = Conv(x, w)")
                        .node("f = Unsqueeze(e) axes=2,")
                        .node("y = Sub(d, f)")
                        .opset(12),
                "y");
        assertEquals(
                "it combines each unit of one map with several of the other",
                model.notExpressed().get(0).reason());
    }

    /** BiSeNet's attention: average pools whose kernel is the extent that the map had when it was exported. */
    @Test
    void aPoolOfTheWholeMapThatIsSpreadOverItAgainIsGlobal() throws IOException {
        GraphText graph = GraphText.of(1, 8, 6, 5).weight("p", 8, 8, 1, 1).node("a = AveragePool(x) kernel_shape=6,5");
        String[] gate = {"g = Conv(a, p)", "s = Sigmoid(g)", "y = Mul(x, s)"};
        assertEquals(
                "GlobalPool[] Conv[activation=SIGMOID, bias=false, kernel=[1], out=8] Multiply[]",
                layers(graph.node(gate[0]).node(gate[1]).node(gate[2])));
        // A classifier may be run on larger images, where its pool moves over the map.
        assertEquals(
                "Pool[kernel=[6, 5], stride=[1], type=AVERAGE] Conv[activation=SIGMOID, bias=false, kernel=[1], out=8]",
                layers(
                        GraphText.of(1, 8, 6, 5)
                                .weight("p", 8, 8, 1, 1)
                                .node("a = AveragePool(x) kernel_shape=6,5")
                                .node(gate[0])
                                .node(gate[1]),
                        "s"));
    }

    @Test
    void aChoiceByAConstantIsNoMerge() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[1], out=16]",
                layers(image().real("zero", 0)
                        .node("a = Conv(x, p)")
                        .node("m = Greater(a, zero)")
                        .node("y = Where(m, a, zero)")));
    }

    @Test
    void sumsOfProductsAreMatrixProductsInOtherWords() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[1], out=6]",
                layers(GraphText.of(1, 4, 8, 8).weight("m", 4, 6).node("y = Einsum(x, m) equation=\"nchw,cd->ndhw\"")));
        assertEquals(
                "Attention[heads=2]",
                layers(attention()
                        .node("s = Einsum(q, k) equation=\"bihd,bjhd->bhij\"")
                        .node("w = Softmax(s)")
                        .node("o = Einsum(w, v) equation=\"bhij,bjhd->bihd\"")
                        .node("j = Reshape(o, join)")
                        .node("y = MatMul(j, m)")));
    }

    private static GraphText attention() {
        GraphText graph = GraphText.of(1, 8, 4, 4)
                .weight("m", 8, 8)
                .integers("flat", 1, 8, 16)
                .integers("split", 1, 16, 2, 4)
                .integers("join", 1, 16, 8)
                .node("f = Reshape(x, flat)")
                .node("t = Transpose(f) perm=0,2,1");
        for (String part : new String[] {"q", "k", "v"}) {
            graph.node("%s0 = MatMul(t, m)".formatted(part)).node("%s = Reshape(%s0, split)".formatted(part, part));
        }
        return graph;
    }

    @Test
    void attentionMayBeOneNode() throws IOException {
        assertEquals(
                "Attention[heads=2]",
                layers(attention()
                        .node("o = Attention(q0, k0, v0) q_num_heads=2 kv_num_heads=2")
                        .node("y = MatMul(o, m)")));
        OnnxModel causal = read(
                attention()
                        .node("o = Attention(q0, k0, v0) q_num_heads=2 kv_num_heads=2 is_causal=1")
                        .node("y = MatMul(o, m)"),
                "y");
        assertEquals(
                "its positions look only at those before them",
                causal.notExpressed().get(0).reason());
    }

    @Test
    void weightsThatAreQuantisedWhileItRunsAreWeights() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[1], out=16]",
                layers(image().real("scale", 0.1)
                        .node("d, s, z = DynamicQuantizeLinear(x)")
                        .node("i = ConvInteger(d, p, z)")
                        .node("f = Cast(i) to=1")
                        .node("m = Mul(s, scale)")
                        .node("y = Mul(f, m)")));
        // One scale for each channel is no parameter either.
        assertEquals(
                "Conv[kernel=[1], out=16]",
                layers(image().weight("scales", 1, 16, 1, 1)
                        .weight("bias", 1, 16, 1, 1)
                        .node("d, s, z = DynamicQuantizeLinear(x)")
                        .node("i = ConvInteger(d, p, z)")
                        .node("f = Cast(i) to=1")
                        .node("m = Mul(s, scales)")
                        .node("g = Mul(f, m)")
                        .node("y = Add(g, bias)")));
    }

    /** Hu et al.'s gate as most programs write it: expanded to the map that it multiplies. */
    @Test
    void aGateMayBeExpandedToItsMap() throws IOException {
        GraphText graph = GraphText.of(1, 8, 6, 6)
                .weight("down", 8, 2)
                .weight("two", 2)
                .weight("up", 2, 8)
                .weight("eight", 8)
                .integers("point", 1, 8, 1, 1)
                .node("a = GlobalAveragePool(x)")
                .node("f = Flatten(a)")
                .node("d = Gemm(f, down, two)")
                .node("r = Relu(d)")
                .node("u = Gemm(r, up, eight)")
                .node("s = Sigmoid(u)")
                .node("p = Reshape(s, point)")
                .node("z = Shape(x)")
                .node("e = Expand(p, z)");
        assertEquals("SqueezeExcite[activation=RELU, squeeze=2]", layers(graph.node("y = Mul(x, e)")));
    }

    /** Before opset 7, an attribute said with which axis of the map a gate begins. */
    @Test
    void aGateOfAnOlderFileBeginsWhereItSays() throws IOException {
        assertEquals(
                "GlobalPool[] Linear[bias=false, out=8] Multiply[]",
                layers(GraphText.of(1, 8, 6, 6)
                        .weight("m", 8, 8)
                        .node("a = GlobalAveragePool(x)")
                        .node("f = Flatten(a)")
                        .node("g = Gemm(f, m)")
                        .node("y = Mul(x, g) broadcast=1 axis=0")
                        .opset(6)));
    }

    @Test
    void aSoftmaxOfOlderFilesRunsOverAllDimensionsThatFollow() throws IOException {
        GraphText graph = image().node("a = Conv(x, p)").node("y = Softmax(a) axis=1");
        assertEquals(
                "it is a softmax over positions",
                OnnxModel.read(write(graph.opset(11), "y"))
                        .notExpressed()
                        .get(0)
                        .reason());
        assertTrue(OnnxModel.read(write(graph.opset(13), "y")).isWhole());
    }

    @Test
    void numbersOfHalfPrecisionAreRead() throws IOException {
        int half = 10;
        int brain = 16;
        int quarter = 17;
        assertEquals("Activate[value=RELU6] Conv[bias=false, kernel=[1], out=16]", clipped(half, 0x4600));
        assertEquals("Activate[value=RELU6] Conv[bias=false, kernel=[1], out=16]", clipped(brain, 0x40c0));
        assertEquals("Conv[bias=false, kernel=[1], out=16]", clipped(quarter, 0x4c));
    }

    private String clipped(int type, long six) throws IOException {
        return layers(image().stored("zero", type, 0)
                .stored("six", type, six)
                .node("a = Clip(x, zero, six)")
                .node("y = Conv(a, p)"));
    }

    @Test
    void attributesOfACallReachTheNodesOfAFunction() throws IOException {
        GraphText graph = image().function(
                        "Down", List.of("a", "v"), List.of("b"), "b = Conv(a, v) strides=@s dilations=@d")
                .node("y = mine:Down(x, w) s=2,2");
        assertEquals("Conv[bias=false, kernel=[3], out=16, stride=[2]]", layers(graph));
    }

    @Test
    void theBestClassOfEachUnitIsOneChannel() throws IOException {
        assertEquals(
                "Conv[bias=false, kernel=[1], out=16] Slice[begin=0, end=1]",
                layers(image().node("a = Conv(x, p)").node("y = ArgMax(a) axis=1")));
    }
}
