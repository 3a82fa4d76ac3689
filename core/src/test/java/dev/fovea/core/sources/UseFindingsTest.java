package dev.fovea.core.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rules tell to write at the uses of blocks and at a network. */
final class UseFindingsTest {
    private static LintFinding only(String source) {
        List<Written.Type> types = SourceReader.read("import dev.fovea.*;\n\n" + source);
        SourceModels models = new SourceModels(types);
        List<LintFinding> found = types.stream()
                .flatMap(type -> models.model(type).stream())
                .filter(model -> !model.isBlock())
                .flatMap(model -> Lint.run(model, LintOptions.DEFAULT).findings().stream())
                .toList();
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    /** The rates are arguments, and what is expected stands beside a use, not beside the layer. */
    @Test
    void whatAUseFailsToReachNamesNoRates() {
        LintFinding found = only("""
                @Network(input = @Input(axes = 1, channels = 4, size = 64))
                class Net {
                    @Use(block = Unit.class, rate = 1) Object a;
                    @Expect(size = 9) @Use(block = Unit.class, rate = 2) Object b;
                }

                @Block
                class Unit {
                    @Dilated(kernel = 3, rate = Param.RATE, padding = Padding.SAME) Object conv;
                }
                """);
        assertEquals(
                "size of b.conv is 7, not the expected 9; change the network, or pin the new figure", found.message());
        assertEquals(List.of(), found.finding().advice());
    }

    @Test
    void ofEndpointsThatFitObjectsEquallyBadlyTheFirstIsNamed() {
        String two = """
                @Network(input = @Input(axes = 1, channels = 4, size = 64), objectSizes = SIZE)
                class Net {
                    @Endpoint("a") @Conv(kernel = KERNEL, padding = Padding.SAME, from = Network.INPUT) Object a;
                    @Endpoint("b") @Conv(kernel = KERNEL, padding = Padding.SAME, from = Network.INPUT) Object b;
                }
                """;
        String large = only(two.replace("SIZE", "100").replace("KERNEL", "3")).message();
        assertTrue(
                large.startsWith("objects of 100 pixels fit no endpoint: the largest field, that of a, is 3 pixels"),
                large);
        String small = only(two.replace("SIZE", "1").replace("KERNEL", "31")).message();
        assertTrue(
                small.startsWith("objects of 1 pixel fit no endpoint: the smallest effective width, that of a, is"),
                small);
    }
}
