package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.lint.Verification;
import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.testing.Models;
import dev.fovea.onnx.unread.NotExpressed;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Matrices over the positions of a map, the same for each channel, however exporters write them. */
final class TokenMixingGraphsTest extends SmallGraphs {
    /** A map of 8 channels and 4×4 positions, as tokens {@code t} of 16 positions, and turned as {@code c}. */
    private static GraphText tokens() {
        return tokens("x");
    }

    private static GraphText tokens(String map) {
        return GraphText.of(1, 8, 4, 4)
                .weight("one", 8, 8, 1, 1)
                .weight("m", 16, 16)
                .weight("there", 16, 6)
                .weight("back", 6, 16)
                .weight("six", 6)
                .weight("sixteen", 16)
                .integers("flat", 1, 8, 16)
                .integers("map", 1, 8, 4, 4)
                .node("k = Conv(x, one)")
                .node("c = Reshape(%s, flat)".formatted(map))
                .node("t = Transpose(c) perm=0,2,1");
    }

    private static GraphText ended(GraphText graph, String last) {
        return graph.node("y = Reshape(%s, map)".formatted(last));
    }

    @Test
    void totalsOfAPublishedFormAreThoseOfItsWeights() throws IOException {
        NetworkReport report = Lint.run(Models.read("x_mixer").definition(), LintOptions.DEFAULT)
                .report();
        assertEquals(92_638, report.parameters().orElseThrow());
        assertEquals(12_895_872, report.macs().orElseThrow());
    }

    @Test
    void oneMatrixOverThePositionsIsALayer() throws IOException {
        GraphText graph = tokens().node("d = MatMul(c, m)").node("e = Add(sixteen, d)");
        assertEquals("TokenMixing[]", layers(ended(graph, "e")));
        assertEquals("TokenMixing[bias=false]", layers(ended(tokens().node("d = MatMul(c, m)"), "d")));
    }

    @Test
    void aMatrixMayStandBeforeItsMap() throws IOException {
        GraphText graph = tokens().weight("column", 16, 1)
                .node("d = MatMul(m, t)")
                .node("e = Add(d, column)")
                .node("r = Transpose(e) perm=0,2,1");
        assertEquals("TokenMixing[]", layers(ended(graph, "r")));
    }

    @Test
    void aMatrixMayBeASumOfProducts() throws IOException {
        GraphText graph = tokens().node("d = Einsum(t, m) equation=\"bnc,nm->bcm\"");
        assertEquals("TokenMixing[bias=false]", layers(ended(graph, "d")));
    }

    @Test
    void aMatrixMayBeAConvolutionWhoseChannelsAreThePositions() throws IOException {
        GraphText graph = tokens().weight("u", 6, 16, 1)
                .weight("v", 16, 6, 1)
                .node("d = Conv(t, u, six) kernel_shape=1,")
                .node("e = Relu(d)")
                .node("f = Conv(e, v, sixteen) kernel_shape=1,")
                .node("r = Transpose(f) perm=0,2,1");
        assertEquals("TokenMixing[activation=RELU, hidden=6]", layers(ended(graph, "r")));
    }

    @Test
    void aMatrixMayBeAProductWithItsBias() throws IOException {
        GraphText graph = tokens().integers("rows", 8, 16)
                .node("g = Reshape(x, rows)")
                .node("d = Gemm(g, there, six)")
                .node("e = Tanh(d)")
                .node("f = Gemm(e, back, sixteen)")
                .node("s = Add(g, f)");
        assertEquals("TokenMixing[activation=TANH, hidden=6] Residual[shortcut=<input>]", layers(ended(graph, "s")));
    }

    @Test
    void aMatrixThereAndOneBackAreOneLayer() throws IOException {
        GraphText graph = tokens().weight("s", 8)
                .weight("z", 8)
                .node("n = LayerNormalization(t, s, z) axis=-1")
                .node("u = Transpose(n) perm=0,2,1")
                .node("d = MatMul(u, there)")
                .node("e = Add(d, six)")
                .node("g = Gelu(e)")
                .node("f = MatMul(g, back)")
                .node("h = Add(f, sixteen)")
                .node("r = Transpose(h) perm=0,2,1")
                .node("a = Add(t, r)")
                .node("b = Transpose(a) perm=0,2,1");
        assertEquals(
                "Normalize[value=LAYER] TokenMixing[activation=GELU, hidden=6] Residual[shortcut=<input>]",
                layers(ended(graph, "b")));
    }

    @Test
    void anActivationAfterTheSecondMatrixIsALayerOfItsOwn() throws IOException {
        GraphText graph = tokens().node("d = MatMul(c, there)")
                .node("e = Add(d, six)")
                .node("f = MatMul(e, back)")
                .node("g = Add(f, sixteen)")
                .node("r = Relu(g)");
        assertEquals("TokenMixing[hidden=6] Activate[value=RELU]", layers(ended(graph, "r")));
    }

    /** The gating unit of gMLP: half of the channels, mixed, times the other half. */
    @Test
    void halfOfTheChannelsMayGateTheOther() throws IOException {
        GraphText graph = tokens().integers("four", 4, 4)
                .integers("small", 1, 4, 4, 4)
                .node("p, q = Split(t, four) axis=2")
                .node("u = Transpose(q) perm=0,2,1")
                .node("d = MatMul(u, m)")
                .node("e = Add(d, sixteen)")
                .node("r = Transpose(e) perm=0,2,1")
                .node("g = Mul(p, r)")
                .node("l = Transpose(g) perm=0,2,1")
                .node("y = Reshape(l, small)");
        assertEquals("Slice[begin=0, end=4] Slice[begin=4, end=8] TokenMixing[] Multiply[]", layers(graph));
    }

    @Test
    void layersOfOneMatrixShareIt() throws IOException {
        GraphText graph = tokens().node("/a/MatMul", "d = MatMul(c, m)")
                .node("/a/Add", "e = Add(d, sixteen)")
                .node("/a_1/MatMul", "f = MatMul(e, m)")
                .node("/a_1/Add", "g = Add(f, sixteen)");
        NetworkReport report = Lint.run(read(ended(graph, "g"), "y").definition(), LintOptions.DEFAULT)
                .report();
        assertEquals(16 * 16 + 16, report.parameters().orElseThrow());
    }

    @Test
    void aBiasOfOneMatrixOfTwoIsSaidToBeLeftOut() throws IOException {
        GraphText graph =
                tokens().node("d = MatMul(c, there)").node("e = Add(d, six)").node("f = MatMul(e, back)");
        GraphText ended = ended(graph, "f");
        assertEquals("TokenMixing[bias=false, hidden=6]", layers(ended));
        assertEquals("only one of its two matrices over positions has a bias, which is left out", remarks(ended));
    }

    @Test
    void otherHiddenValuesAreADifferenceOfClassAndFile() throws IOException {
        NetworkReport six = report(tokens().node("d = MatMul(c, there)").node("e = MatMul(d, back)"));
        NetworkReport two = report(tokens().weight("u", 16, 2)
                .weight("v", 2, 16)
                .node("d = MatMul(c, u)")
                .node("e = MatMul(d, v)"));
        assertEquals(
                "tokenmixing: the class says hidden 6, the file's tokenmixing has 2",
                Verification.firstDifference(six, two).orElseThrow());
    }

    private NetworkReport report(GraphText graph) throws IOException {
        return Lint.run(read(ended(graph, "e"), "y").definition(), LintOptions.DEFAULT)
                .report();
    }

    private String remarks(GraphText graph) throws IOException {
        return String.join(
                "; ",
                read(graph, "y").notExpressed().stream()
                        .map(NotExpressed::reason)
                        .toList());
    }

    @Test
    void aMatrixOverAPartOfThePositionsIsNamed() throws IOException {
        GraphText rows = tokens().weight("four", 4, 4).node("y = MatMul(k, four)");
        assertEquals(
                "it is a matrix over positions, but not over all of a map and nothing else: 4 of axis 1 by 1",
                remarks(rows));
        GraphText token = tokens("k")
                .weight("class", 1, 1, 8)
                .weight("more", 17, 17)
                .node("j = Concat(class, t) axis=1")
                .node("l = Transpose(j) perm=0,2,1")
                .node("y = MatMul(l, more)");
        assertEquals(
                "a token beside the map: its cost is not counted; "
                        + "it is a matrix over positions, but not over all of a map and nothing else: 17 of tokens by 1",
                remarks(token));
    }

    @Test
    void aMatrixThatLeadsToNoPositionsIsNamed() throws IOException {
        assertEquals(
                "it is a matrix over positions whose values no second one leads back to positions",
                remarks(tokens("k").node("y = MatMul(c, there)")));
        GraphText narrow =
                tokens("k").weight("two", 6, 2).node("d = MatMul(c, there)").node("y = MatMul(d, two)");
        assertEquals(
                "it is a second matrix over positions that does not lead back to them: 6 values to 2; "
                        + "it is a matrix over positions whose values no second one leads back to positions",
                remarks(narrow));
    }
}
