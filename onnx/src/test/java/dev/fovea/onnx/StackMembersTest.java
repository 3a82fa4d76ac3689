package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.onnx.testing.GraphText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which undilated convolutions of a file belong to a dilated stack. */
final class StackMembersTest extends SmallGraphs {
    @Test
    void aPlainConvolutionBesideDilatedOnesIsAMemberOfTheirStack() throws IOException {
        GraphText graph = GraphText.of(1, 8, 64, 64).weight("w", 8, 8, 3, 3);
        graph.node("/stem/Conv", "a = Conv(x, w) pads=1,1,1,1")
                .node("/layer/layer.0/Conv", "b = Conv(a, w) pads=1,1,1,1")
                .node("/layer/layer.1/Conv", "c = Conv(b, w) pads=2,2,2,2 dilations=2,2")
                .node("/layer/layer.2/Conv", "y = Conv(c, w) pads=5,5,5,5 dilations=5,5");
        String layers = layers(graph);
        assertTrue(
                layers.startsWith(
                        "Conv[bias=false, kernel=[3], out=8, padding=[1]] Dilated[bias=false, kernel=[3], out=8, padding=[1], rate=[1]] Dilated["),
                layers);
    }

    /** The context module of Yu and Koltun (2016) doubles its channels with its rates; its first two rates are 1. */
    @Test
    void aModuleThatWidensFromRateToRateIsOneStack() throws IOException {
        GraphText graph = GraphText.of(1, 8, 64, 64)
                .weight("w", 8, 8, 3, 3)
                .weight("wide", 16, 8, 3, 3)
                .weight("wider", 32, 16, 3, 3);
        graph.node("/front/Conv", "s = Conv(x, w) pads=1,1,1,1")
                .node("/context/context.0/Conv", "a = Conv(s, w) pads=1,1,1,1")
                .node("/context/context.1/Conv", "b = Conv(a, w) pads=1,1,1,1")
                .node("/context/context.2/Conv", "c = Conv(b, wide) pads=2,2,2,2 dilations=2,2")
                .node("/context/context.3/Conv", "y = Conv(c, wider) pads=4,4,4,4 dilations=4,4");
        assertEquals(List.of("Conv", "Dilated", "Dilated", "Dilated", "Dilated"), operations(layers(graph)));
    }

    /** In a PSPNet's backbone the narrower stage below has a rate of 1 and is none of the dilated stage above. */
    @Test
    void aStageBelowADilatedOneIsNoMember() throws IOException {
        assertEquals(
                List.of("Conv", "Conv", "Dilated"),
                operations(layers(GraphText.of(1, 8, 64, 64)
                        .weight("w", 8, 8, 3, 3)
                        .weight("widen", 16, 8, 1, 1)
                        .weight("wide", 16, 16, 3, 3)
                        .node("/layer1/conv/Conv", "a = Conv(x, w) pads=1,1,1,1")
                        .node("/layer2/widen/Conv", "b = Conv(a, widen)")
                        .node("/layer2/conv/Conv", "y = Conv(b, wide) pads=2,2,2,2 dilations=2,2"))));
    }

    /** Conv-TasNet normalises over all of its sequence between its rates 1, 2, 4, ... (Luo and Mesgarani 2019, section 2.3). */
    @Test
    void aNormOverTheWholeMapBetweenTwoConvolutionsDoesNotPartThem() throws IOException {
        GraphText graph = GraphText.of(1, 8, 64).weight("w", 8, 8, 3).weight("p", 8, 8, 1);
        graph.node("/p.0/Conv", "e = Conv(x, p)")
                .node("/d.0/Conv", "a = Conv(e, w) pads=1,1")
                .node("/n/ReduceMean", "m = ReduceMean(a) axes=2,")
                .node("/n/Sub", "n = Sub(a, m)")
                .node("/q.0/Conv", "q = Conv(n, p)")
                .node("/Add", "r = Add(e, q)")
                .node("/d.1/Conv", "y = Conv(r, w) pads=2,2 dilations=2,");
        assertEquals(
                2, operations(layers(graph)).stream().filter("Dilated"::equals).count());
    }

    /** A causal network pads its input before its first convolution, which takes the channels that the data have. */
    @Test
    void thePaddedInputMayHaveOtherChannelsThanTheStack() throws IOException {
        GraphText graph = GraphText.of(1, 4, 64, 64).weight("in", 8, 4, 3, 3).weight("w", 8, 8, 3, 3);
        graph.integers("two", 0, 0, 2, 2, 0, 0, 0, 0)
                .node("p = Pad(x, two)")
                .node("/levels.0/Conv", "a = Conv(p, in)")
                .node("/levels.1/Conv", "y = Conv(a, w) dilations=2,2 pads=4,4,0,0");
        assertEquals(List.of("Pad", "Dilated", "Dilated"), operations(layers(graph)));
    }

    private static List<String> operations(String layers) {
        return Stream.of(layers.split("] "))
                .map(layer -> layer.substring(0, layer.indexOf('[')))
                .toList();
    }
}
