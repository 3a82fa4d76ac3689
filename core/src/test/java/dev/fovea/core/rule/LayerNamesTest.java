package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How messages name several layers, and several axes. */
final class LayerNamesTest {
    private static void named(String expected, String... names) {
        assertEquals(expected, LayerNames.of(List.of(names)));
    }

    @Test
    void upToThreeAreNamedOneByOneAndRunsByTheirEnds() {
        named("a", "a");
        named("a1, a2", "a1", "a2");
        named("a, b, c", "a", "b", "c");
        named("a1 to a3", "a1", "a2", "a3");
        named("b[2].conv to b[5].conv", "b[2].conv", "b[3].conv", "b[4].conv", "b[5].conv");
        named("layer1.a2 to layer1.a4", "layer1.a2", "layer1.a3", "layer1.a4");
    }

    @Test
    void whatIsNoRunOfNumbersIsCounted() {
        named("a to d (4 layers)", "a", "b", "c", "d");
        named("a1 to a5 (4 layers)", "a1", "a2", "a3", "a5");
        named("a4 to a1 (4 layers)", "a4", "a3", "a2", "a1");
        named("a1 to b4 (4 layers)", "a1", "a2", "b3", "b4");
        named("a1, a3, a5", "a1", "a3", "a5");
        named("l1.a1, l2.a2, l3.a3", "l1.a1", "l2.a2", "l3.a3");
        named("a1, a1, a1", "a1", "a1", "a1");
    }

    @Test
    void axesThatAreAlikeAreNamedTogether() {
        Optional<String> x = Optional.of("x");
        Optional<String> y = Optional.of("y");
        assertEquals(List.of(new AlongAxes<>("x", 0, "")), AlongAxes.of(List.of(x, x)));
        assertEquals(
                List.of(new AlongAxes<>("x", 0, " in height"), new AlongAxes<>("y", 1, " in width")),
                AlongAxes.of(List.of(x, y)));
        assertEquals(List.of(new AlongAxes<>("y", 1, " in width")), AlongAxes.of(List.of(Optional.empty(), y)));
        assertEquals(
                List.of(new AlongAxes<>("x", 0, " in depth and width"), new AlongAxes<>("y", 1, " in height")),
                AlongAxes.of(List.of(x, y, x)));
        assertEquals(List.of(), AlongAxes.of(List.of(Optional.empty(), Optional.empty())));
    }
}
