package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which inputs of merges are branches, and which of them sees least. */
final class NarrowestBranchesTest {
    @Test
    void ofBranchesTheOneThatSeesLeastIsLeft() {
        assertNarrowest(3, "a = Conv kernel=3\nb = Conv kernel=5 from=<input>\nm = Add from=a,b");
        assertNarrowest(3, "a = Conv kernel=5\nb = Conv kernel=3 from=<input>\nm = Add from=a,b");
        assertNarrowest(3, "a = Conv kernel=3,1\nb = Conv kernel=4 from=<input>\nm = Add from=a,b");
        assertNarrowest(3, "a = Conv kernel=5\nb = Conv kernel=1,3 from=<input>\nm = Add from=a,b");
    }

    /** What comes down from a coarser level is left out, the input itself is one pixel. */
    @Test
    void aPathOverACoarserGridIsABranch() {
        assertNarrowest(3, """
                a = Conv kernel=3 padding=1
                down = Conv kernel=2 stride=2
                up = Upsample scale=2
                m = Add from=a,up
                """);
        assertNarrowest(1, """
                down = Conv kernel=2 stride=2
                up = Upsample scale=2
                m = Add from=<input>,up
                """);
    }

    /** A residual block is one way, however its shortcut is written. */
    @Test
    void aShortcutAroundLayersOfOneGridIsNone() {
        assertUnchanged("a = Conv kernel=3\nb = Conv kernel=3\nm = Add from=a,b");
        assertUnchanged("a = Conv kernel=3\nb = Conv kernel=3\nm = Add from=b,a");
        assertUnchanged("a = Conv kernel=3\nb = Conv kernel=3\nc = Conv kernel=3\nm = Add from=a,c");
        assertUnchanged("a = Conv kernel=3\nm = Add from=<input>,a");
        assertUnchanged("""
                a = Conv kernel=3
                b = Conv kernel=3
                c = Conv kernel=5 from=a
                d = Conv kernel=1
                m = Add from=a,d
                """);
    }

    /** Of branches that see as much the first stands for both; a gate that sees everything is no branch. */
    @Test
    void equalBranchesAndGatesOfAKnownInput() {
        Map<String, Object> input = Map.of("axes", 2L, "channels", 0L, "size", List.of(8L));
        Network equal = NetworkBuilder.build(ModelText.model(input, """
                        a = Conv kernel=3 padding=1
                        b = Conv kernel=3 padding=1 from=<input>
                        m = Add from=a,b
                        """)).network();
        assertEquals(
                0,
                NarrowestBranches.of(Analysis.of(equal))
                        .network()
                        .last()
                        .links()
                        .get(0)
                        .source());
        Analysis gated =
                Analysis.of(NetworkBuilder.build(ModelText.model(input, """
                        a = Conv kernel=3 padding=1
                        g = GlobalPool
                        gate = Conv kernel=1
                        m = Multiply from=a,gate
                        """)).network());
        assertSame(gated, NarrowestBranches.of(gated));
    }

    @Test
    void gatesAndUnknownFieldsLeaveAMergeAsItIs() {
        assertUnchanged("a = Conv kernel=3\ng = GlobalPool\ngate = Conv kernel=1\nm = Multiply from=a,gate");
        assertUnchanged("a = Conv kernel=3\nb = Upsample size=7 from=<input>\nm = Concat from=a,b");
        assertUnchanged("a = Conv kernel=3\nb = Conv kernel=3");
    }

    private static void assertNarrowest(long size, String text) {
        Analysis all = analysis(text);
        Analysis narrowest = NarrowestBranches.of(all);
        assertNotSame(all, narrowest);
        ReceptiveField last = narrowest.last().get(0);
        ReceptiveField other = narrowest.last().get(1);
        assertEquals(
                OptionalLong.of(size),
                OptionalLong.of(Math.max(last.size().getAsLong(), other.size().getAsLong())),
                text);
        assertEquals(1, narrowest.network().last().links().size());
    }

    private static void assertUnchanged(String text) {
        Analysis all = analysis(text);
        assertSame(all, NarrowestBranches.of(all), text);
    }

    private static Analysis analysis(String text) {
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model(text));
        return Analysis.of(built.network());
    }
}
