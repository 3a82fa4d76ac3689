package dev.fovea.core.resolve;

import static dev.fovea.core.testing.ModelText.block;
import static dev.fovea.core.testing.ModelText.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.network.Layer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of endpoints of used blocks, and of what is none. */
final class EndpointMessagesTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final BlockDeclaration STEP = block(
            "Step",
            "wide = Conv kernel=1 out=8\nside = Conv kernel=1 out=8 Endpoint value=skip\nend = Conv kernel=1 out=8");
    private static final BlockDeclaration PLAIN =
            block("Plain", "a = Conv kernel=1 out=8 Endpoint value=no-identifier");

    @Test
    void onlyEndpointsAreNamed() {
        String several = "it takes one layer; name one repetition, or join them with @Add or @Concat first";
        assertUnknown("c = Conv kernel=1 from=u[*].skip", "c reads u[*].skip, but " + several);
        assertUnknown(
                "c = Conv kernel=1 from=u[2].skip", "c reads u[2].skip, but u has 2 repetitions; they count from 0");
        assertUnknown(
                "c = Conv kernel=1 from=u.wide",
                "c reads u.wide, but only endpoints of Step can be named: skip; annotate the layer meant with @Endpoint");
        assertUnknown(
                "p = Use block=Plain\nc = Conv kernel=1 from=p.no-identifier",
                "c reads p.no-identifier, but only an endpoint whose name is an identifier can be read; rename it in Plain");
        assertUnknown(
                "p = Use block=Plain\nc = Conv kernel=1 from=p.a",
                "c reads p.a, but Plain has no endpoint, and its other layers cannot be named; annotate the one meant with"
                        + " @Endpoint");
        assertUnknown(
                "p = Conv kernel=1\nc = Conv kernel=1 from=p.skip",
                "c reads p.skip, but there is no such layer before it; the nearest name is p");
        assertUnknown(
                "c = Conv kernel=1 from=later.skip\nlater = Use block=Step",
                "c reads later.skip, which is declared after it; declare later first");
    }

    /** Of a use with a fault nothing is known, so that no name in it is wrong. */
    @Test
    void endpointsOfFaultyUsesAreNotFaultsOfTheirOwn() {
        assertEquals(
                List.of("InvalidAttribute repeat: repeat of f is 0; it must be at least 1 and at most 2^24"),
                StructuralMessagesTest.said(
                        model(IMAGE, "f = Use block=Step repeat=0\nc = Conv kernel=1 from=f.skip", STEP)));
    }

    /** Of three layers in each repetition the second one is the endpoint. */
    @Test
    void withoutANumberTheLastRepetitionIsMeant() {
        Map<String, Integer> sources = Map.of("u.skip", 7, "u[0].skip", 1, "u[1].skip", 4, "u[2].skip", 7);
        sources.forEach((name, source) -> {
            String text = "u = Use block=Step repeat=3\nc = Conv kernel=1 from=" + name;
            NetworkBuilder.Built built = NetworkBuilder.build(model(IMAGE, text, STEP));
            assertEquals(source, built.network().last().links().get(0).source(), name);
        });
    }

    @Test
    void allRepetitionsAreRead() {
        NetworkBuilder.Built built =
                NetworkBuilder.build(model(IMAGE, "u = Use block=Step repeat=2\nj = Add from=u[*].skip", STEP));
        assertEquals(List.of(), built.findings());
        assertEquals(
                List.of(1, 4),
                built.network().last().links().stream()
                        .map(link -> link.source())
                        .toList());
        assertEquals(
                List.of(
                        "InvalidAttribute from: j joins one layer only: the block of u[*].skip is not repeated; @Add takes two"
                                + " or more"),
                StructuralMessagesTest.said(model(IMAGE, "u = Use block=Step\nj = Add from=u[*].skip", STEP)));
    }

    /** What stands beside a use is said of what it makes: of the last layer of the last repetition. */
    @Test
    void whatStandsBesideAUseHoldsForItsOutput() {
        for (int repeat : new int[] {1, 2, 3}) {
            List<Layer> layers = NetworkBuilder.build(
                            model(IMAGE, "u = Use block=Plain repeat=" + repeat + " Detects min=1 max=2", PLAIN))
                    .network()
                    .layers();
            for (Layer layer : layers) {
                assertEquals(
                        layer == layers.get(repeat - 1), layer.marks().detects().isPresent(), layer.name());
            }
        }
        List<Layer> wide = NetworkBuilder.build(model(IMAGE, "u = Use block=Step Endpoint value=out", STEP))
                .network()
                .layers();
        assertEquals(
                List.of(false, false, true),
                wide.stream().map(layer -> layer.marks().endpoint().isPresent()).toList());
    }

    private static void assertUnknown(String text, String message) {
        assertEquals(
                List.of("UnknownLayer from[0]: " + message),
                StructuralMessagesTest.said(model(IMAGE, "u = Use block=Step repeat=2\n" + text, STEP, PLAIN)));
    }
}
