package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.testing.Models;
import dev.fovea.onnx.unread.Missing;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that several layers of a file read are counted once. */
final class TiedWeightsTest extends SmallGraphs {
    private static final String FIRST = "Conv[bias=false, kernel=[3], out=8] ";
    private static final String SECOND = "Pool[kernel=[2], stride=[2]] Conv[bias=false, kernel=[3], out=8";

    private static GraphText head(GraphText graph, String first, String second, String weights) {
        return graph.node(first, "one = Conv(x, h)")
                .node("a = MaxPool(x) kernel_shape=2,2 strides=2,2")
                .node(second, "two = Conv(a, " + weights + ")");
    }

    private static GraphText image(boolean stored) {
        GraphText image = GraphText.of(1, 8, 32, 32);
        return stored ? image.outside("h", "weights.bin", 8, 8, 3, 3) : image.weight("h", 8, 8, 3, 3);
    }

    @Test
    void layersOfTheSameStoredWeightsShareThem() throws IOException {
        assertEquals(FIRST + SECOND + ", shared=conv]", layers(head(image(true), "", "", "h"), "one", "two"));
    }

    /** Without elements all tensors of one form may have got one name; a module that is called again has one set of weights. */
    @Test
    void withoutElementsOnlyTheSameModuleSharesItsWeights() throws IOException {
        assertEquals(FIRST + SECOND + "]", layers(head(image(false), "", "", "h"), "one", "two"));
        assertEquals(
                FIRST + SECOND + "]", layers(head(image(false), "/a/conv/Conv", "/b/conv/Conv", "h"), "one", "two"));
        assertEquals(
                FIRST + SECOND + ", shared=head_conv]",
                layers(head(image(false), "/head/conv/Conv", "/head/conv_1/Conv", "h"), "one", "two"));
    }

    /** So exporters write parameters of equal values, such as those that nobody has trained yet. */
    @Test
    void anIdentityOfWeightsIsAParameterOfItsOwn() throws IOException {
        GraphText graph = head(image(true).node("other = Identity(h)"), "", "", "other");
        assertEquals(FIRST + SECOND + "]", layers(graph, "one", "two"));
    }

    @Test
    void layersThatDifferOtherwiseAreCountedTwiceWhichIsSaid() throws IOException {
        GraphText graph = image(true).node("one = Conv(x, h)").node("two = Conv(x, h) strides=2,2");
        OnnxModel model = read(graph, "one", "two");
        assertEquals(FIRST + "Conv[bias=false, kernel=[3], out=8, stride=[2]]", layers(model));
        assertEquals(Missing.COSTS, model.notExpressed().get(0).missing());
        assertTrue(model.notExpressed().get(0).toString().contains("counted twice"), model.notExpressed()::toString);
    }

    /** What torchvision publishes, 34,014,999 and 32,269,600, and the biases that stand for the backbone's 26,560 norms. */
    @ParameterizedTest
    @CsvSource({"retinanet_resnet50_fpn, 34014999", "fcos_resnet50_fpn, 32269600"})
    void headsThatAllLevelsShareCountOnce(String name, long published) throws IOException {
        assertEquals(
                published + 26_560,
                Lint.run(Models.read(name).definition(), LintOptions.DEFAULT)
                        .report()
                        .parameters()
                        .orElseThrow());
    }
}
