package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which layers form a stack, and which are its neighbours, on graphs. */
final class DilationStacksTest {
    @Test
    void aPlainConvolutionBelowAndAboveAreEntryAndExit() {
        assertStacks("""
                stem = Conv kernel=3
                a = Dilated kernel=3 rate=2
                b = Dilated kernel=3 rate=4
                head = Conv kernel=3
                """, "stem > a b < head");
    }

    @Test
    void aStridedOrPointwiseOrDilatedNeighbourIsNoEntry() {
        assertStacks("stem = Conv kernel=3 stride=2\na = Dilated kernel=3 rate=2\nb = Dilated kernel=3 rate=4", "a b");
        assertStacks("stem = Conv kernel=1\na = Dilated kernel=3 rate=2\nb = Dilated kernel=3 rate=4", "a b");
        assertStacks("pool = Pool kernel=3 stride=1\na = Dilated kernel=3 rate=2", "pool > a");
        assertStacks("pool = Pool kernel=2\na = Dilated kernel=3 rate=2", "a");
        assertStacks("up = Upsample scale=2\na = Dilated kernel=3 rate=2", "a");
        // Where its taps are, the data decides.
        assertStacks("free = DeformableConv kernel=3\na = Dilated kernel=3 rate=2", "a");
    }

    @Test
    void pointwiseLayersAndMergesAreTransparent() {
        assertStacks("""
                a = Dilated kernel=3 rate=1
                reduce = Conv kernel=1
                b = Dilated kernel=3 rate=2
                n = Normalize
                s = SqueezeExcite squeeze=4
                sum = Residual shortcut=a
                crop = Crop padding=1
                c = Dilated kernel=3 rate=5
                """, "a b c");
    }

    @Test
    void aShortcutAroundAPlainConvolutionJoinsNothing() {
        assertStacks("""
                a = Dilated kernel=3 rate=1
                plain = Conv kernel=3
                sum = Add from=a,plain
                b = Dilated kernel=3 rate=2
                """, "a < plain", "plain > b");
    }

    @Test
    void denselyConnectedLayersAreOneStack() {
        assertStacks("""
                a = Dilated kernel=3 rate=3
                ab = Concat from=<input>,a
                b = Dilated kernel=3 rate=6
                abc = Concat from=<input>,a,b
                c = Dilated kernel=3 rate=12
                """, "a b c");
    }

    /** The path from a to the merge through b and c implies the one that goes around both. */
    @Test
    void aShortcutAroundSeveralLayersJoinsNothing() {
        assertStacks("""
                a = Dilated kernel=3 rate=1
                b = Dilated kernel=3 rate=2
                c = Dilated kernel=3 rate=3
                sum = Add from=c,a
                d = Dilated kernel=3 rate=5
                """, "a b c d");
    }

    @Test
    void parallelBranchesAreStacksOfTheirOwnAndEndTheBackbones() {
        assertStacks("""
                base = Dilated kernel=3 rate=1
                last = Dilated kernel=3 rate=2
                a = Dilated kernel=3 rate=6 from=last
                b = Dilated kernel=3 rate=12 from=last
                c = Conv kernel=1 from=last
                cat = Concat from=a,b,c
                """, "base last", "a", "b");
    }

    @Test
    void aSideBranchWithoutDilationDoesNotEndAStack() {
        assertStacks("""
                a = Dilated kernel=3 rate=1
                b = Dilated kernel=3 rate=2
                head = Conv kernel=3 from=a
                """, "a b");
    }

    @Test
    void gatedUnitsCountOnce() {
        assertStacks("""
                f1 = Dilated kernel=2 rate=1 padding=CAUSAL
                g1 = Dilated kernel=2 rate=1 padding=CAUSAL from=<input>
                z1 = Multiply from=f1,g1
                s1 = Add from=z1,<input>
                f2 = Dilated kernel=2 rate=2 padding=CAUSAL
                g2 = Dilated kernel=2 rate=2 padding=CAUSAL from=s1
                z2 = Multiply from=f2,g2
                s2 = Add from=z2,s1
                f3 = Dilated kernel=2 rate=4 padding=CAUSAL
                g3 = Dilated kernel=2 rate=4 padding=CAUSAL from=s2
                z3 = Multiply from=f3,g3
                """, "f1 f2 f3");
    }

    @Test
    void allLayersOfGatedUnitsAreLayersOfTheStack() {
        DilationStack stack = DilationStacks.of(network("""
                        f1 = Dilated kernel=2 rate=1 padding=CAUSAL
                        g1 = Dilated kernel=2 rate=1 padding=CAUSAL from=<input>
                        z1 = Multiply from=f1,g1
                        f2 = Dilated kernel=2 rate=2 padding=CAUSAL
                        g2 = Dilated kernel=2 rate=2 padding=CAUSAL from=z1
                        z2 = Multiply from=f2,g2
                        """)).get(0);
        assertEquals(List.of(0, 3), stack.members());
        assertEquals(List.of(List.of(0, 1), List.of(3, 4)), stack.units());
        assertEquals(List.of(0, 1, 3, 4), stack.layers());
    }

    @Test
    void parallelLayersOfOtherRatesAreNoGatedUnit() {
        assertStacks("""
                f1 = Dilated kernel=3 rate=1
                g1 = Dilated kernel=3 rate=2 from=<input>
                z1 = Multiply from=f1,g1
                f2 = Dilated kernel=3 rate=2
                """, "f1", "g1", "f2");
    }

    @Test
    void gatesOfOtherPaddingCountOnceToo() {
        assertStacks("""
                f1 = Dilated kernel=3 rate=2 padding=2
                g1 = Dilated kernel=3 rate=2 padding=4,4,0,0 from=<input>
                z1 = Multiply from=f1,g1
                f2 = Dilated kernel=3 rate=4 padding=4
                """, "f1 f2");
    }

    @Test
    void anUpsampledGlobalMapJoinsNothing() {
        assertStacks("""
                d1 = Dilated kernel=3 rate=2
                gp = GlobalPool
                up = Upsample to=d1
                cat = Concat from=d1,up
                d2 = Dilated kernel=3 rate=4
                """, "d1 d2");
    }

    @Test
    void onlyTheTopLayerMayStride() {
        assertStacks("""
                a = Dilated kernel=3 rate=1
                b = Dilated kernel=3 rate=2 stride=2
                c = Dilated kernel=3 rate=3
                """, "a b", "c");
    }

    @Test
    void globalLayersEndAPathAndPointwiseDilatedLayersAreNoMembers() {
        assertStacks("""
                a = Dilated kernel=3 rate=2
                gap = GlobalPool
                gate = Conv kernel=1
                m = Multiply from=a,gate
                p = Dilated kernel=1 rate=9
                b = Dilated kernel=3 rate=4
                l = Linear out=3
                """, "a b");
        assertStacks(
                "a = Dilated kernel=3 rate=2\ng = GlobalPool\nu = Upsample scale=8\nb = Dilated kernel=3 rate=4", "a");
    }

    @Test
    void alternatingAxesAreNotJudged() {
        List<DilationStack> stacks = DilationStacks.of(network("""
                v = Dilated kernel=3,1 rate=2,1
                h = Dilated kernel=1,3 rate=1,2
                """));
        assertEquals(1, stacks.size());
        for (DilationStack.StackAxis axis : stacks.get(0).axes()) {
            assertEquals(1, axis.members().size());
            assertEquals(java.util.Optional.empty(), axis.verdict().judge(true));
        }
    }

    @Test
    void longResidualNetworksAreSearchedInLinearTime() {
        StringBuilder text = new StringBuilder("x = Conv kernel=3\n");
        String last = "x";
        for (int i = 0; i < 3000; i++) {
            text.append("d%d = Dilated kernel=3 rate=%d\n".formatted(i, 1 + i % 3));
            text.append("s%d = Add from=d%d,%s\n".formatted(i, i, last));
            last = "s" + i;
        }
        List<DilationStack> stacks = DilationStacks.of(network(text.toString()));
        assertEquals(1, stacks.size());
        assertEquals(3000, stacks.get(0).members().size());
    }

    /** Of a layer whose rate is wrong nothing is known: it may be the one that the stack lacks. */
    @Test
    void aStackBesideALayerOfUnknownGeometryIsNotJudged() {
        String stack = "a = Dilated kernel=3 rate=2\nb = Dilated kernel=3 rate=4 out=4\n";
        assertEquals(0, stacks("x = Dilated kernel=3 rate=0\n" + stack));
        assertEquals(0, stacks(stack + "x = Dilated kernel=3 rate=0"));
        assertEquals(1, stacks("x = Conv kernel=3 groups=3\n" + stack));
        assertEquals(1, stacks(stack + "x = Conv kernel=3 groups=3"));
    }

    private static int stacks(String text) {
        NetworkBuilder.Built built =
                NetworkBuilder.build(ModelText.model(Map.of("axes", 1L, "channels", 4L, "size", List.of(64L)), text));
        assertEquals(1, built.findings().size());
        return DilationStacks.of(built.network()).size();
    }

    @Test
    void aPathEndsAtAMapThatReadsTheWholeInput() {
        Network network = network("""
                a = Conv kernel=3
                g = GlobalPool
                e = Conv kernel=1
                gated = Multiply from=a,e
                both = Multiply from=g,e
                """);
        WindowGraph graph = new WindowGraph(network);
        assertEquals(
                List.of(false, true, true, false, true),
                IntStream.range(0, 5).mapToObj(graph::isEnd).toList());
        assertEquals(
                List.of(true, false, false, false, false),
                IntStream.range(0, 5).mapToObj(graph::isWindow).toList());
    }

    private static Network network(String text) {
        String padded = text.replaceAll("(Conv|Dilated|Pool) (?!.*padding)", "$1 padding=SAME ");
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model(padded));
        assertEquals(List.of(), built.findings());
        return built.network();
    }

    /** Compares stacks written as {@code entry > members < exit}. */
    private static void assertStacks(String text, String... expected) {
        Network network = network(text);
        List<String> found = DilationStacks.of(network).stream()
                .map(stack -> describe(network, stack))
                .toList();
        assertEquals(List.of(expected), found);
    }

    private static String describe(Network network, DilationStack stack) {
        String members = String.join(
                " ",
                stack.members().stream()
                        .map(index -> network.layers().get(index).name())
                        .toList());
        return stack.entry().map(Layer::name).map(name -> name + " > ").orElse("")
                + members
                + stack.exit().map(Layer::name).map(name -> " < " + name).orElse("");
    }
}
