package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Step;
import dev.fovea.core.testing.ModelText;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What layers of several inputs read, what that costs, and how far apart their units are. */
final class ReadPartsTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final Map<String, Object> OPEN = Map.of("axes", 2L, "channels", 8L, "size", List.of());
    private static final String PARTS = """
            p = Pool kernel=2
            k = Conv kernel=1 out=6
            v = Conv kernel=1 out=4 from=p
            q = Conv kernel=1 out=6 from=<input>
            a = Attention from=q,k,v heads=2
            """;

    /** Each of 16 x 16 queries with each of 8 x 8 keys: 6 products, and 4 for the values. Nothing is projected. */
    @Test
    void queriesMeetAllKeysAndValues() {
        Layer layer = last(IMAGE, PARTS);
        assertEquals(OptionalLong.of(256 * 64 * (6 + 4)), layer.costs().macs());
        assertEquals(OptionalLong.of(0), layer.costs().parameters());
        assertEquals("4x16x16", layer.shape().toString());
        assertEquals("{heads=2, out=4}", layer.attributes().toString());
        assertEquals(
                List.of(3, 1, 2),
                layer.links().stream().map(link -> link.source()).toList());
        assertEquals(
                List.of(false, true, true),
                layer.links().stream()
                        .map(link -> link.steps().get(1).isWhole())
                        .toList());
        assertEquals(Step.Window.IDENTITY, layer.step(0));
    }

    @Test
    void whatIsUnknownOfPartsIsUnknownOfTheirProducts() {
        assertEquals(OptionalLong.empty(), last(OPEN, PARTS).costs().macs());
        for (String line : List.of("q = Conv kernel=1", "v = Conv kernel=1")) {
            Layer open = last(IMAGE, PARTS.replace(line + " out=" + (line.startsWith("q") ? 6 : 4), line));
            assertEquals(OptionalLong.empty(), open.costs().macs(), line);
        }
        assertEquals(
                "{heads=2}",
                last(IMAGE, PARTS.replace("v = Conv kernel=1 out=4", "v = Conv kernel=1"))
                        .attributes()
                        .toString());
        Layer faulty = NetworkBuilder.build(ModelText.model(IMAGE, PARTS.replace("heads=2", "heads=4")))
                .network()
                .last();
        assertEquals(OptionalLong.empty(), faulty.costs().macs());
        ModelDeclaration block = ModelDeclaration.of(ModelText.block("B", PARTS.replace("heads=2", "heads=ARG0")));
        assertFalse(NetworkBuilder.build(block).network().last().attributes().containsKey("heads"));
    }

    @Test
    void aGridIsReadBesideTheUnitsOwnPlace() {
        Layer layer = last(IMAGE, "a = Attention grid=4");
        assertEquals(Step.Window.IDENTITY, layer.step(1));
        assertTrue(layer.wholeMap());
    }

    /** 7 is prime: only 7 cells, or one, divide it. */
    @Test
    void oneCellIsNoGrid() {
        Map<String, Object> seven = Map.of("axes", 2L, "channels", 8L, "size", List.of(7L));
        StructuralMessagesTest.assertFound(
                seven,
                "a = Attention grid=3",
                "ShapeMismatch grid: grid = 3 of a does not divide the extent 7 of the input in height; use a grid of 7, or"
                        + " pad or crop before it; or use an input of 6 or 9 instead of 7");
    }

    /** A gate is everywhere the same; windows of 9 and pools of 2 both leave 8 units, 1 and 2 pixels apart. */
    @Test
    void aMergeHasTheJumpOnWhichItsInputsAgree() {
        String gated = "a = Pool kernel=2\ng = GlobalPool\nm = Multiply from=";
        for (String order : List.of("a,g", "g,a")) {
            Optional<Rational> two = Optional.of(Rational.of(2));
            assertEquals(List.of(two, two), last(IMAGE, gated + order).jumps());
        }
        for (String order : List.of("a,b", "b,a")) {
            String text = "a = Conv kernel=9 out=8\nb = Pool kernel=2 from=<input>\nj = Add from=" + order;
            assertEquals(
                    List.of(Optional.empty(), Optional.empty()),
                    last(IMAGE, text).jumps());
        }
        assertEquals(
                List.of(Optional.of(Rational.ZERO), Optional.of(Rational.ZERO)),
                last(IMAGE, "g = GlobalPool\nm = Multiply from=g,g").jumps());
    }

    /** The last layer of a model without faults. */
    private static Layer last(Map<String, Object> input, String text) {
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model(input, text));
        assertEquals(List.of(), built.findings(), text);
        return built.network().last();
    }
}
