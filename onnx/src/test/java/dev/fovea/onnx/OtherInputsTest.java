package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.onnx.testing.GraphText;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Graphs with more inputs than the one that the network slides over. */
final class OtherInputsTest extends SmallGraphs {
    private static List<String> told(OnnxModel model) {
        return model.notExpressed().stream().map(Object::toString).toList();
    }

    /** Two images through the same layers, as in a siamese network: what the second makes is named, and the model is not whole. */
    @Test
    void aSecondMapIsNamedWhereItIsRead() throws IOException {
        OnnxModel model = read(
                image().input("z", 1, 8, 32, 32)
                        .node("first", "a = Conv(x, p)")
                        .node("second", "b = Conv(z, p)")
                        .node("both", "y = Concat(a, b) axis=1"),
                "y");
        assertEquals(List.of("second (Conv): it reads z, but a model has one input, here x"), told(model));
        assertFalse(model.isWhole());
        assertEquals(1, model.definition().layers().size());
    }

    /** A diffusion model's time step is made into one summand for each channel. */
    @Test
    void whatIsMadeOfAVectorSeesNothingOfTheMap() throws IOException {
        OnnxModel model = read(
                image().input("t", -1, 4)
                        .weight("time", 16, 4)
                        .integers("spread", 1, 16, 1, 1)
                        .node("a = Conv(x, w, b) pads=1,1,1,1")
                        .node("embed", "e = Gemm(t, time) transB=1")
                        .node("s = Sigmoid(e)")
                        .node("r = Reshape(s, spread)")
                        .node("c = Add(a, r)")
                        .node("d = Mul(c, r)")
                        .node("y = Relu(d)"),
                "y");
        assertEquals(
                List.of("embed (Gemm): it sees nothing of the network's input, and its cost is not counted"),
                told(model));
        assertTrue(model.isWhole() && !model.isCosted());
        assertEquals("Conv[activation=RELU, kernel=[3], out=16, padding=[1]]", layers(model));
    }

    @Test
    void weightsThatAreAnInputAreNoLayer() throws IOException {
        OnnxModel model = read(
                image().input("kernel", 16, 16)
                        .node("a = Conv(x, p)")
                        .node("t = Transpose(a) perm=0,2,3,1")
                        .node("product", "y = MatMul(t, kernel)"),
                "y");
        assertEquals(
                List.of("product (MatMul): its weights come from another input of the graph, or are drawn at random"),
                told(model));
    }

    /** A variational encoder adds noise of the map's extents. */
    @Test
    void noiseIsNoMap() throws IOException {
        OnnxModel model = read(
                image().node("a = Conv(x, p)")
                        .node("n = RandomNormalLike(a)")
                        .node("m = Mul(a, n)")
                        .node("y = Add(a, m)"),
                "y");
        assertEquals(List.of(), told(model));
        assertTrue(model.isWhole());
    }

    @Test
    void theStateThatARecurrenceStartsWithMayBeAnInput() throws IOException {
        OnnxModel model = read(
                GraphText.of(1, 8, 20)
                        .input("h", 1, 1, 4)
                        .weight("w", 1, 12, 8)
                        .weight("r", 1, 12, 4)
                        .node("t = Transpose(x) perm=2,0,1")
                        .node("y = GRU(t, w, r, , , h) hidden_size=4"),
                "y");
        assertEquals(List.of(), told(model));
    }

    /** Images one after the other, each through the same convolution: time is an axis that it does not slide along. */
    @Test
    void channelsMayComeAfterTime() throws IOException {
        GraphText graph = GraphText.of(1, 6, 3, 16, 16)
                .weight("w", 8, 3, 3, 3)
                .weight("v", 4, 8, 3, 3)
                .integers("images", -1, 3, 16, 16)
                .integers("times", 1, 6, 8, 8, 8);
        graph.node("i = Reshape(x, images)")
                .node("a = Conv(i, w) strides=2,2 pads=1,1,1,1")
                .node("t = Reshape(a, times)")
                .node("y = ReduceMean(t) axes=1, keepdims=0")
                .opset(17);
        OnnxModel model = read(graph, "y");
        assertEquals(
                "Conv[bias=false, kernel=[1, 3, 3], out=8, padding=[0, 1, 1], stride=[1, 2, 2]] Pool[kernel=[6, 1, 1], stride=[6, 1, 1], type=AVERAGE]",
                layers(model));
        assertEquals(3L, model.definition().input().get("channels"));
        assertEquals(List.of(6L, 16L, 16L), model.definition().input().get("size"));
    }
}
