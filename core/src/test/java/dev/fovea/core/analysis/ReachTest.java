package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far layers reach through their links, who reads whom, and what follows along single axes. */
final class ReachTest {
    @Test
    void aLinkReachesKnownUnitsOrItIsSaidWhyNot() {
        assertReach(Reach.LOCAL, "a = Conv kernel=3");
        assertReach(Reach.WHOLE, "a = GlobalPool");
        assertReach(Reach.PARTLY_WHOLE, "a = Recurrent axis=0 units=4");
        assertReach(Reach.DATA_DEPENDENT, "a = DeformableConv kernel=3 maxOffset=2.0");
        assertReach(Reach.UNKNOWN, "a = Upsample size=7");
        assertEquals("", Reach.LOCAL.why());
        assertEquals("which units it reads is unknown", Reach.UNKNOWN.why());
        assertEquals("the data decides what is read", Reach.DATA_DEPENDENT.why());
    }

    private static void assertReach(Reach reach, String text) {
        Analysis analysis = analysis(text);
        assertEquals(reach, Reach.of(analysis, analysis.network().last().links().get(0)), text);
    }

    @Test
    void linksAreFollowedBackwards() {
        Network network = analysis("a = Conv kernel=1\nb = Conv kernel=1\nc = Add from=a,b\nd = Conv kernel=1 from=a")
                .network();
        Readers readers = Readers.of(network);
        assertEquals(List.of(0), indices(readers.of(Network.INPUT)));
        assertEquals(List.of(1, 2, 3), indices(readers.of(0)));
        assertEquals(List.of(2), indices(readers.of(1)));
        assertEquals(List.of(), indices(readers.of(3)));
        assertEquals("c", readers.of(1).get(0).layer().name());
        assertEquals(1, readers.of(1).get(0).link().source());
    }

    private static List<Integer> indices(List<Readers.Reader> readers) {
        return readers.stream().map(Readers.Reader::index).toList();
    }

    /** Padding before the input of as much as the window spans, and none after it. */
    @Test
    void anAxisLooksBackWhereItsPaddingShowsIt() {
        assertBackward(true, "a = Conv kernel=3 padding=CAUSAL");
        assertBackward(true, "a = Conv kernel=3 padding=2,0");
        assertBackward(true, "a = Conv kernel=3 padding=CAUSAL\nb = Conv kernel=3");
        assertBackward(true, "a = Conv kernel=3 padding=CAUSAL\nb = Add from=a,<input>");
        assertBackward(false, "a = Conv kernel=3 padding=CAUSAL\nb = Conv kernel=3 padding=1");
        assertBackward(false, "a = Conv kernel=3");
        assertBackward(false, "a = Conv kernel=3 padding=1,0");
        assertBackward(false, "a = Conv kernel=3 padding=3,0");
        assertBackward(false, "a = Conv kernel=1");
    }

    private static void assertBackward(boolean expected, String text) {
        Network network = NetworkBuilder.build(
                        ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of()), text))
                .network();
        assertEquals(expected, BackwardAxis.is(network, 0), text);
    }

    @Test
    void whatLiesOnThePathsIntoALayerIsKept() {
        Ancestry ancestry = Ancestry.of(analysis("""
                down = Conv kernel=2 stride=2
                up = Upsample scale=2
                back = Conv kernel=2 padding=CAUSAL from=<input>
                after = Conv kernel=1
                both = Add from=up,after
                pooled = GlobalPool from=back
                plain = Conv kernel=1 from=<input>
                """), 0);
        Rational one = Rational.ONE;
        Rational two = Rational.of(2);
        // A whole map is read from nowhere in particular: no jump leads into the pooled one.
        assertEquals(List.of(two, two, one, one, two, Rational.ZERO, one), ancestry.coarsest());
        assertEquals(List.of(false, false, true, true, true, false, false), ancestry.causal());
    }

    @Test
    void axesAreAlikeAsLongAsEverythingBelowIs() {
        String text = """
                a = Conv kernel=3 padding=1
                b = Conv kernel=3,1 padding=1,0
                c = Conv kernel=3 padding=1 from=a
                d = Conv kernel=3 padding=1 from=b
                e = Add from=c,d
                f = Pool kernel=2 stride=2,1 from=a
                g = Conv kernel=1 from=a
                """;
        assertEquals(List.of(0, 2, 6), alike(List.of(8L, 8L), text));
        assertEquals(List.of(), alike(List.of(8L, 9L), text));
    }

    private static List<Integer> alike(List<Long> size, String text) {
        Network network = NetworkBuilder.build(ModelText.model(Map.of("axes", 2L, "channels", 0L, "size", size), text))
                .network();
        return LikeAxes.of(network, 1).stream().boxed().toList();
    }

    /** What two inputs are apart, seen from their units: one looks a pixel further back; the gate has no place. */
    @Test
    void inputsOfAMergeAreAsFarApartAsTheirFields() {
        Analysis analysis = analysis("""
                a = Conv kernel=3 padding=1
                b = Conv kernel=3 padding=2,2,0,0 from=<input>
                pooled = GlobalPool
                gate = Conv kernel=1
                sum = Add from=a,b
                scaled = Multiply from=b,gate
                """);
        Optional<Rational> none = Optional.empty();
        List<Optional<Rational>> apart = List.of(Optional.of(Rational.ZERO), Optional.of(Rational.of(-1)));
        assertEquals(
                List.of(apart, apart),
                MergeOffsets.of(analysis, analysis.network().layers().get(4)));
        List<Optional<Rational>> gated = List.of(Optional.of(Rational.ZERO), none);
        assertEquals(
                List.of(gated, gated),
                MergeOffsets.of(analysis, analysis.network().layers().get(5)));
        assertEquals(
                List.of(), MergeOffsets.of(analysis, analysis.network().layers().get(0)));
    }

    @Test
    void theInputIsSeenPixelByPixel() {
        Analysis analysis = analysis("a = Conv kernel=3 stride=2\ng = GlobalPool");
        assertEquals(Optional.of(Rational.ONE), analysis.jump(Network.INPUT, 1));
        assertEquals(Optional.of(Rational.of(2)), analysis.jump(0, 1));
        assertEquals(FieldUnion.INPUT, analysis.seen(Network.INPUT, 0));
        assertEquals(
                List.of(false, true),
                IntStream.range(0, 2)
                        .mapToObj(index -> analysis.readsWhole(
                                analysis.network().layers().get(index).links().get(0), 0))
                        .toList());
    }

    /** The gate's window covers an input of 4, and not one of 5. */
    @Test
    void aGateThatSeesTheWholeInputIsReadAsAWhole() {
        for (long extent : new long[] {4, 5}) {
            Network network = NetworkBuilder.build(ModelText.model(
                            Map.of("axes", 1L, "channels", 0L, "size", List.of(extent)),
                            "gate = Conv kernel=4 stride=2\nm = Multiply from=<input>,gate"))
                    .network();
            Analysis analysis = Analysis.of(network);
            assertEquals(extent == 4, analysis.readsWhole(network.last().links().get(1), 0));
            assertFalse(analysis.readsWhole(network.last().links().get(0), 0));
            assertEquals(analysis.figures().get(1), analysis.last());
        }
    }

    private static Analysis analysis(String text) {
        return Analysis.of(NetworkBuilder.build(ModelText.model(text)).network());
    }
}
