package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.resolve.Declaration;
import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.unread.NotExpressed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What attention amounts to, however exporters write it. */
final class AttentionGraphsTest extends SmallGraphs {
    @Test
    void queriesAndKeysMayBeNormalised() throws IOException {
        GraphText graph = GraphText.of(1, 8, 4, 4)
                .weight("qkv", 8, 24)
                .weight("out", 8, 8)
                .weight("three", 24)
                .weight("eight", 8)
                .integers("flat", 1, 8, 16)
                .integers("split", 1, 16, 3, 2, 4)
                .integers("join", 1, 16, 8)
                .integers("map", 1, 8, 4, 4)
                .integers("last", -1);
        graph.node("f = Reshape(x, flat)")
                .node("t = Transpose(f) perm=0,2,1")
                .node("p = MatMul(t, qkv)")
                .node("b = Add(p, three)")
                .node("s = Reshape(b, split)")
                .node("h = Transpose(s) perm=2,0,3,1,4");
        for (int part = 0; part < 3; part++) {
            graph.index("i" + part, part).node("p%s = Gather(h, i%s) axis=0".formatted(part, part));
        }
        graph.node("n0 = ReduceL2(p0, last)")
                .node("q = Div(p0, n0)")
                .node("n1 = ReduceL2(p1, last)")
                .node("k0 = Div(p1, n1)")
                .node("k = Transpose(k0) perm=0,1,3,2")
                .node("a = MatMul(q, k)")
                .node("w = Softmax(a) axis=-1")
                .node("v = MatMul(w, p2)")
                .node("m = Transpose(v) perm=0,2,1,3")
                .node("r = Reshape(m, join)")
                .node("o = MatMul(r, out)")
                .node("z = Add(o, eight)")
                .node("l = Transpose(z) perm=0,2,1")
                .node("y = Reshape(l, map)");
        assertEquals("Attention[heads=2]", layers(graph));
    }

    /** Two times two windows of 4 × 4 positions. */
    @Test
    void attentionWithinWindowsHasThem() throws IOException {
        assertEquals("Attention[heads=2, window=[4]]", layers(parted("2,4,2,4", "0,1,3,2,4,5", "0,1,3,2,4,5")));
    }

    /** Four times four cells of 2 × 2 positions, of which each attention takes one: MaxViT's, and MobileViT's patches. */
    @Test
    void attentionOverAGridHasItsCells() throws IOException {
        assertEquals("Attention[grid=[4], heads=2]", layers(parted("4,2,4,2", "0,2,4,1,3,5", "0,3,1,4,2,5")));
    }

    /** A non-local block (Wang et al. 2018, figure 2): half of the channels between the convolutions, keys of a coarser map. */
    @Test
    void queriesKeysAndValuesOfFewerChannelsOrPositionsAreMapsOfTheirOwn() throws IOException {
        GraphText graph = GraphText.of(1, 8, 4, 4)
                .weight("half", 4, 8, 1, 1)
                .weight("two", 4, 8, 2, 2)
                .weight("out", 8, 4, 1, 1)
                .integers("queries", 1, 4, 16)
                .integers("keys", 1, 4, 4)
                .integers("map", 1, 4, 4, 4)
                .node("q = Conv(x, half)")
                .node("k = Conv(x, two) strides=2,2")
                .node("v = Conv(x, two) strides=2,2")
                .node("s = Reshape(q, queries)")
                .node("t = Transpose(s) perm=0,2,1")
                .node("l = Reshape(k, keys)")
                .node("a = MatMul(t, l)")
                .node("w = Softmax(a) axis=-1")
                .node("m = Reshape(v, keys)")
                .node("n = Transpose(m) perm=0,2,1")
                .node("o = MatMul(w, n)")
                .node("p = Transpose(o) perm=0,2,1")
                .node("r = Reshape(p, map)")
                .node("z = Conv(r, out)")
                .node("y = Add(z, x)");
        OnnxModel model = read(graph, "y");
        assertEquals(
                "Conv[bias=false, kernel=[1], out=4] Conv[bias=false, kernel=[2], out=4, stride=[2]]"
                        + " Conv[bias=false, kernel=[2], out=4, stride=[2]] Attention[]"
                        + " Conv[bias=false, kernel=[1], out=8] Residual[shortcut=<input>]",
                layers(model));
        List<String> names =
                model.definition().layers().stream().map(Declaration::name).toList();
        assertEquals(
                names.subList(0, 3), model.definition().layers().get(3).values().get("from"));
    }

    @Test
    void productsOfTheChannelsOfSeveralImagesAreNotRead() throws IOException {
        GraphText graph = GraphText.of(2, 8, 4, 4)
                .weight("w", 8, 8, 1, 1)
                .integers("one", 32, 8)
                .node("c = Conv(x, w)")
                .node("t = Transpose(c) perm=0,2,3,1")
                .node("r = Reshape(t, one)")
                .node("u = Transpose(r) perm=1,0")
                .node("y = MatMul(r, u)");
        assertEquals(
                List.of(
                        "its queries and keys are at different positions: 2 of batch by 1, 4 of axis 0 by 1, 4 of axis 1 by 1"
                                + " and 2 of batch by 1, 4 of axis 0 by 1, 4 of axis 1 by 1"),
                read(graph, "y").notExpressed().stream()
                        .map(NotExpressed::reason)
                        .toList());
    }

    @Test
    void positionsThatAreNeitherAWindowNorALatticeAreNotRead() throws IOException {
        List<String> gaps = read(parted("2,4,4,2", "0,1,4,2,3,5", "0,1,3,4,2,5"), "y").notExpressed().stream()
                .map(NotExpressed::reason)
                .toList();
        assertEquals(
                List.of(
                        "its queries look at positions that are spread over the map: 4 of axis 0 by 1, 4 of axis 1 by 2"),
                gaps);
    }

    /**
     * Attention to 16 of 8 × 8 positions at a time.
     *
     * @param cut both axes in two
     * @param there brings those that look at each other behind the others
     * @param back to where they were
     */
    private static GraphText parted(String cut, String there, String back) {
        long[] sizes = numbers("1," + cut + ",8");
        long[] moved =
                Arrays.stream(numbers(there)).map(dim -> sizes[(int) dim]).toArray();
        GraphText graph = GraphText.of(1, 8, 8, 8)
                .weight("qkv", 8, 24)
                .weight("out", 8, 8)
                .integers("parts", sizes)
                .integers("each", 4, 16, 8)
                .integers("split", 4, 16, 3, 2, 4)
                .integers("join", 4, 16, 8)
                .integers("back", moved)
                .integers("map", 1, 8, 8, 8);
        graph.node("t = Transpose(x) perm=0,2,3,1")
                .node("r = Reshape(t, parts)")
                .node("u = Transpose(r) perm=" + there)
                .node("e = Reshape(u, each)")
                .node("p = MatMul(e, qkv)")
                .node("s = Reshape(p, split)")
                .node("h = Transpose(s) perm=2,0,3,1,4");
        for (int part = 0; part < 3; part++) {
            graph.index("i" + part, part).node("p%s = Gather(h, i%s) axis=0".formatted(part, part));
        }
        graph.node("k = Transpose(p1) perm=0,1,3,2")
                .node("a = MatMul(p0, k)")
                .node("w = Softmax(a) axis=-1")
                .node("v = MatMul(w, p2)")
                .node("m = Transpose(v) perm=0,2,1,3")
                .node("j = Reshape(m, join)")
                .node("o = MatMul(j, out)")
                .node("b = Reshape(o, back)")
                .node("c = Transpose(b) perm=" + back)
                .node("d = Reshape(c, map)")
                .node("y = Transpose(d) perm=0,3,1,2");
        return graph;
    }

    private static long[] numbers(String text) {
        return Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
    }
}
