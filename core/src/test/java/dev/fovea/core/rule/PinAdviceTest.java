package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.Remark;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What messages on pinned figures say and tell to write, worked out by hand and typed in. */
final class PinAdviceTest {
    @Test
    void eachPinIsComparedWithItsFigure() {
        String layer = "x = Conv kernel=3 stride=2 padding=1 out=4 Expect ";
        String change = "; change the network, or pin the new figure";
        // 3 * 4 * 4 + 4 parameters, 3 * 4 * 4 products at each of 8 units; unit u reads pixels 2u - 1 to 2u + 1.
        // What a tile takes before it begins at a whole stride, so one pixel takes two.
        Map<String, String> figures = Map.of(
                "size=5", "size of x is 3, not the expected 5",
                "jump=3", "jump of x is 2, not the expected 3",
                "extents=9", "extent of x is 8, not the expected 9",
                "channels=5", "channels of x are 4, not the expected 5",
                "parameters=5", "parameters of x are 52, not the expected 5",
                "macs=5", "MACs of x are 384, not the expected 5",
                "before=3", "context before a tile of x is 2, not the expected 3",
                "after=3", "context after a tile of x is 0, not the expected 3");
        figures.forEach((pin, message) -> {
            String figure = message.replaceAll(".* (?:is|are) (\\d+),.*", "$1");
            String attribute = pin.substring(0, pin.indexOf('='));
            String typed = attribute.equals("jump") ? "\"" + figure + "\"" : figure;
            AdvisedModel.of(1, "16", layer + pin)
                    .check("ExpectationFailed", message + change, "x Expect " + attribute + "=" + typed);
            AdvisedModel.of(1, "16", layer + attribute + "=" + figure).checkSilent("ExpectationFailed");
        });
        AdvisedModel.of(2, "16,16", "x = Conv kernel=3,5 padding=1,2 out=4 Expect size=3,7")
                .check(
                        "ExpectationFailed",
                        "size of x in width is 5, not the expected 7" + change,
                        "x Expect size={3, 5}");
        AdvisedModel.of(1, "", layer + "extents=9")
                .check(
                        "ExpectationFailed",
                        "extent of x is unknown, not the expected 9; state the input in @Network if it depends on that, or remove"
                                + " the pin");
    }

    /** 3 * 4 * 4 + 4 parameters and 3 * 4 * 4 products at each of 16 units, twice. */
    @Test
    void pinsOfTheNetworkAreComparedWithTheSumsOfItsLayers() {
        checkWhole(
                "16",
                "kernel=3",
                Map.of("parameters", 5L, "macs", 6L),
                "parameters of Model are 104, not the expected 5; change the network, or pin the new figure",
                "MACs of Model are 1536, not the expected 6; change the network, or pin the new figure");
        checkWhole("16", "kernel=3", Map.of("parameters", 104L, "macs", 1536L));
        checkWhole(
                "",
                "kernel=3",
                Map.of("macs", 6L),
                "MACs of Model are unknown, not the expected 6; state the input in @Network if it depends on that, or remove the"
                        + " pin");
        // A window that the padding does not fit keeps the network from running.
        checkWhole("2", "kernel=9", Map.of("parameters", 5L));
    }

    private static void checkWhole(String size, String kernel, Map<String, Object> pins, String... messages) {
        List<Long> extents = size.isEmpty() ? List.of() : List.of(Long.valueOf(size));
        ModelDeclaration plain = ModelText.model(
                Map.of("axes", 1L, "channels", 4L, "size", extents),
                "a = Conv %s padding=1 out=4\nb = Conv %s padding=1 out=4".formatted(kernel, kernel));
        Remark remark = new Remark(
                "Expect", "Expect", Optional.empty(), new DeclarationFactory().values("Expect", new TreeMap<>(pins)));
        ModelDeclaration pinned = new ModelDeclaration(
                "test.Model",
                false,
                plain.input(),
                List.of(),
                Optional.empty(),
                plain.layers(),
                List.of(),
                List.of(remark));
        List<String> found = Lint.run(pinned, LintOptions.DEFAULT).findings().stream()
                .filter(one -> one.rule().equals("ExpectationFailed"))
                .map(LintFinding::message)
                .toList();
        assertEquals(List.of(messages), found);
    }

    @Test
    void unmetSizesComeWithSoundRatesThatMeetThem() {
        // 1 + 2 * (1 + 2 + 5) = 17; the sum of rates that makes 19 is 9, and 1, 2, 6 comes before 1, 3, 5.
        AdvisedModel.of(1, "64", """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=19
                        """.strip())
                .check(
                        "ExpectationFailed",
                        "size of c is 17, not the expected 19; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6; change the"
                                + " network, or pin the new figure",
                        "a rate=1; b rate=2; c padding=6 rate=6",
                        "c Expect size=17");
        // Behind a stride of 2 each unit of a rate adds 4 pixels: 2 + 2 * 16 = 34.
        AdvisedModel.of(1, "64", "p = Conv kernel=2 stride=2 out=4\n" + """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=38
                        """.strip())
                .check(
                        "ExpectationFailed",
                        "size of c is 34, not the expected 38; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6; change the"
                                + " network, or pin the new figure",
                        "a rate=1; b rate=2; c padding=6 rate=6",
                        "c Expect size=34");
        // Kernels of 3 make odd fields only, and of 19 and 21 the smaller one comes first.
        AdvisedModel.of(1, "64", """
                        a = Dilated kernel=3 rate=1 padding=1 out=4
                        b = Dilated kernel=3 rate=2 padding=2 out=4
                        c = Dilated kernel=3 rate=5 padding=5 out=4 Expect size=20
                        """.strip())
                .check(
                        "ExpectationFailed",
                        "size of c is 17, not the expected 20; the nearest that sound rates of a, b, c reach is 19, with 1, 2, 6"
                                + " with padding 1, 2, 6; change the network, or pin the new figure",
                        "c Expect size=17");
        // A plain layer above adds 2 pixels, and the stack is the same.
        String stack = """
                a = Dilated kernel=3 rate=1 padding=1 out=4%s
                b = Dilated kernel=3 rate=2 padding=2 out=4%s
                c = Dilated kernel=3 rate=5 padding=5 out=4
                t = Conv kernel=1 out=4%s
                """.strip();
        String change = "; change the network, or pin the new figure";
        AdvisedModel.of(1, "64", stack.formatted("", "", "\nu = Conv kernel=3 padding=1 out=4 Expect size=21"))
                .check(
                        "ExpectationFailed",
                        "size of u is 19, not the expected 21; rates 1, 2, 6 of a, b, c give it with padding 1, 2, 6"
                                + change,
                        "a rate=1; b rate=2; c padding=6 rate=6",
                        "u Expect size=19");
        // Below its top a stack is not the layer's own, and at a merge no chain leads down to it.
        AdvisedModel.of(1, "64", stack.formatted("", " Expect size=9", ""))
                .check("ExpectationFailed", "size of b is 7, not the expected 9" + change, "b Expect size=7");
        AdvisedModel.of(1, "64", stack.formatted("", "", "\nu = Add from=t,<input> Expect size=19"))
                .check("ExpectationFailed", "size of u is 17, not the expected 19" + change, "u Expect size=17");
        // Not even rates of 1 make so small a field.
        AdvisedModel.of(1, "64", stack.formatted("", "", " Expect size=1"))
                .check(
                        "ExpectationFailed",
                        "size of t is 17, not the expected 1; the nearest that sound rates of a, b, c reach is 7, with 1, 1, 1 with"
                                + " padding 1, 1, 1" + change,
                        "t Expect size=17");
    }
}
