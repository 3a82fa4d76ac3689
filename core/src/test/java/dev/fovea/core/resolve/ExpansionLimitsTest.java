package dev.fovea.core.resolve;

import static dev.fovea.core.testing.ModelText.block;
import static dev.fovea.core.testing.ModelText.model;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Operation;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Networks that are too large to be expanded, and declarations of which nothing can be known. */
final class ExpansionLimitsTest {
    private static final Map<String, Object> LINE = Map.of("axes", 1L, "channels", 1L, "size", List.of(4L));
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final BlockDeclaration ONE = block("One", "a = Activate value=RELU");
    private static final BlockDeclaration TWO = block("Two", "a = Activate value=RELU\nb = Activate value=RELU");

    @Test
    void aHundredThousandLayersAreExpanded() {
        NetworkBuilder.Built built = NetworkBuilder.build(model(LINE, "u = Use block=One repeat=100000", ONE));
        assertEquals(List.of(), built.findings());
        assertEquals(100_000, built.network().layers().size());
        assertEquals(Map.of("u", 99_999), built.outputs());
    }

    /** Of two uses the second one is too much; both remain, and a third one is not named as well. */
    @Test
    void ofMoreNoneIsExpanded() {
        String text = """
                u = Use block=Two repeat=30000
                v = Use block=Two repeat=20001
                c = Conv kernel=1 from=v
                w = Use block=Two
                """;
        assertTooLarge(model(LINE, text, TWO), 4, "v");
        assertTooLarge(model(LINE, "u = Use block=Two repeat=50001\nc = Conv kernel=1 from=u", TWO), 2, "u");
    }

    @Test
    void aBlockThatIsTooLargeByItselfIsReportedThereAlone() {
        BlockDeclaration large = block("Large", "u = Use block=One repeat=100001", ONE);
        assertTooLarge(model(LINE, "x = Use block=Large", large), 1);
        BlockDeclaration fromElsewhere =
                new BlockDeclaration(large.name(), false, large.axes(), large.layers(), large.acceptances());
        assertTooLarge(model(LINE, "x = Use block=Large", fromElsewhere), 1, "x");
        BlockDeclaration most = block("Most", "u = Use block=One repeat=100000", ONE);
        assertTooLarge(model(LINE, "x = Use block=Most repeat=2", most), 1, "x");
    }

    private static void assertTooLarge(ModelDeclaration model, int layers, String... uses) {
        assertEquals(
                List.of(uses).stream()
                        .map(use -> "InvalidAttribute repeat: " + use
                                + " expands the network beyond 100000 layers; use fewer repetitions")
                        .toList(),
                StructuralMessagesTest.said(model));
        assertEquals(layers, NetworkBuilder.build(model).network().layers().size());
    }

    /** A separable convolution is counted as one layer and is two: after 50,000 the network is full. */
    @Test
    void whatFillsTheNetworkBeforeItsEndIsSaidOnce() {
        BlockDeclaration separable = block("Thin", "s = SeparableConv kernel=1 bias=false");
        ModelDeclaration model = model(LINE, "u = Use block=Thin repeat=60000\nc = Conv kernel=1 from=u", separable);
        NetworkBuilder.Built built = NetworkBuilder.build(model);
        assertEquals(
                List.of("u expands the network beyond 100000 layers; use fewer repetitions"),
                built.findings().stream().map(one -> one.message()).toList());
        assertEquals("c", built.network().last().name());
        assertEquals(100_001, built.network().layers().size());
        assertEquals(99_999, built.network().last().links().get(0).source());
    }

    @Test
    void figuresBeyond64BitsAreSaidOfTheirLayer() {
        String text = "c = Conv kernel=16777216 out=16777216\nd = Conv kernel=1 from=c";
        StructuralMessagesTest.assertFound(
                IMAGE, text, "InvalidAttribute : the figures of c exceed what 64 bits hold; use smaller attributes");
        List<Layer> layers =
                NetworkBuilder.build(ModelText.model(IMAGE, text)).network().layers();
        assertEquals(2, layers.size());
        assertEquals(OptionalLong.empty(), layers.get(0).costs().parameters());
    }

    @Test
    void placeholdersStandInBlocks() {
        StructuralMessagesTest.assertFound(
                IMAGE,
                "c = Conv kernel=ARG3 stride=0\nd = Conv kernel=1 from=c\ne = Conv kernel=1 from=missing",
                "BlockCycle kernel: kernel of c is a placeholder of Param, but its class is not a @Block; write a number, or"
                        + " annotate the class with @Block",
                "UnknownLayer from[0]: e reads missing, but there is no such layer before it; the nearest name is <input>");
    }

    /** What could not be read has been reported: its neighbours read it, and nothing is known of it. */
    @Test
    void brokenDeclarationsAreUnknown() {
        for (Operation operation : List.of(Operation.CONV, Operation.SEPARABLE_CONV, Operation.USE)) {
            Declaration broken = Declaration.broken("b", operation);
            Declaration reader = ModelText.model("c = Conv kernel=1").layers().get(0);
            NetworkBuilder.Built built = NetworkBuilder.build(
                    new ModelDeclaration("test.Model", IMAGE, Optional.empty(), List.of(broken, reader)));
            assertEquals(List.of(), built.findings());
            assertEquals(2, built.network().layers().size());
            assertEquals(0, built.network().last().links().get(0).source());
            assertEquals(
                    OptionalLong.empty(),
                    built.network().layers().get(0).shape().channels());
        }
    }

    /** The annotations beside it are checked all the same, but for a network without axes of which nothing can be said. */
    @Test
    void whatStandsBesideAFaultyLayerIsChecked() {
        String range = "InvalidAttribute max: max of @Detects on x is 3, less than its min 9";
        String multiplier = "InvalidAttribute multiplier: multiplier of x is 0; it must be at least 1 and at most 2^24";
        String separable = "x = SeparableConv kernel=3 multiplier=0 Detects min=9 max=3\nc = Conv kernel=1 from=x";
        StructuralMessagesTest.assertFound(IMAGE, separable, multiplier, range);
        String use = "x = Use block=One repeat=0 Detects min=9 max=3\nc = Conv kernel=1 from=x";
        String repeat = "InvalidAttribute repeat: repeat of x is 0; it must be at least 1 and at most 2^24";
        assertEquals(List.of(repeat, range), StructuralMessagesTest.said(model(IMAGE, use, ONE)));
        Map<String, Object> none = Map.of("axes", 4L, "channels", 8L, "size", List.of());
        String axes = "InvalidAttribute axes: axes of the input is 4; a network has 1, 2 or 3";
        assertEquals(List.of(axes, multiplier), StructuralMessagesTest.said(ModelText.model(none, separable)));
        assertEquals(List.of(axes, repeat), StructuralMessagesTest.said(model(none, use, ONE)));
    }
}
