package dev.fovea.core.resolve;

import static dev.fovea.core.resolve.StructuralMessagesTest.assertFound;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Layer;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors read where layers cannot share their weights. */
final class SharingMessagesTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));

    @Test
    void weightsAreSharedWithALayerThatHasSome() {
        assertFound(
                IMAGE,
                "a = Conv kernel=1 shared=b",
                "UnknownLayer shared: a shares the weights of b, but no layer before it has weights");
        assertFound(
                IMAGE,
                "p = Pool kernel=2\na = Conv kernel=1 shared=p",
                "UnknownLayer shared: a shares the weights of p, which has none to share; name a layer with an attribute"
                        + " shared");
        assertFound(
                IMAGE,
                "a = Conv kernel=1\nb = Conv kernel=1 shared=b",
                "UnknownLayer shared: b shares its own weights; name a layer declared before it");
        assertFound(
                IMAGE,
                "a = Conv kernel=1\nb = TransposedConv kernel=1 shared=a",
                "LayerConflict shared: b shares the weights of a, but one is a @TransposedConv, the other a @Conv; share the"
                        + " weights of an equal layer");
        assertFound(
                IMAGE,
                "a = Linear out=4\nb = Linear out=4 from=<input> shared=a\nc = Linear out=4 from=b shared=a",
                "ShapeMismatch shared: c shares the weights of a, but the input of c has 4 channels, that of a has 8; bring"
                        + " them to one number");
        assertFound(
                IMAGE,
                "a = Linear out=8\nb = Linear out=8 shared=a",
                "ShapeMismatch shared: b shares the weights of a, but b has 72 parameters, a has 16392: their inputs differ"
                        + " in extent");
    }

    /** Values as they are typed; of many that differ alike from one, three are named. */
    @Test
    void sharersThatDifferAlikeAreNamedTogether() {
        String first = "first = Conv kernel=3 padding=2 out=8 norm=BATCH\n";
        String other = "%s = Conv kernel=3 padding=1 out=8 norm=BATCH from=<input> shared=first\n";
        String said =
                "LayerConflict shared: a shares the weights of first, but padding differs: 1 and 2; make them equal";
        assertFound(IMAGE, first + other.formatted("a"), said);
        assertFound(
                IMAGE,
                first + other.formatted("a") + other.formatted("b") + other.formatted("c") + other.formatted("d"),
                said + "; the same of b, c, d");
        assertFound(
                IMAGE,
                first
                        + other.formatted("a")
                        + other.formatted("b")
                        + other.formatted("c")
                        + other.formatted("d")
                        + other.formatted("e")
                        + other.formatted("f"),
                said + "; the same of b, c, d and 2 more");
        assertFound(
                IMAGE,
                first + "a = Conv kernel=3 padding=2,1 out=8 norm=NONE from=<input> shared=first",
                "LayerConflict shared: a shares the weights of first, but norm differs: Norm.NONE and Norm.BATCH; make them"
                        + " equal");
        assertFound(
                IMAGE,
                first + "a = Conv kernel=3 padding=2,1 out=8 norm=BATCH from=<input> shared=first",
                "LayerConflict shared: a shares the weights of first, but padding differs: {2, 1} and 2; make them equal");
    }

    @Test
    void theNearestLayerWithWeightsIsNamed() {
        assertFound(
                IMAGE,
                "stem = Conv kernel=1\na = Conv kernel=1 shared=stme",
                "UnknownLayer shared: a shares the weights of stme, but there is no such layer before it; the nearest name is"
                        + " stem");
    }

    @Test
    void eachPartOfASeparableConvolutionSharesItsOwn() {
        List<Layer> layers = layers(
                ModelText.model(
                        IMAGE,
                        "one = SeparableConv kernel=3 padding=1 out=8\ntwo = SeparableConv kernel=3 padding=1 out=8 shared=one"));
        assertEquals(
                List.of(
                        "one.depthwise null 80",
                        "one.pointwise null 72",
                        "two.depthwise one.depthwise 0",
                        "two.pointwise one.pointwise 0"),
                layers.stream().map(SharingMessagesTest::weights).toList());
    }

    /** Those that do not fit keep weights of their own. */
    @Test
    void whatDoesNotFitSharesNothing() {
        assertOwn("a = Conv kernel=1 out=8\nb = Conv kernel=1 out=4 shared=a", "b null 36");
        assertOwn("a = Linear out=4\nb = Linear out=4 shared=a", "b null 20");
        assertOwn("a = Linear out=8\nb = Linear out=8 shared=a", "b null 72");
    }

    @Test
    void usesShareWithUsesOfTheSameBlock() {
        BlockDeclaration one = ModelText.block("One", "c = Conv kernel=1 out=8");
        BlockDeclaration other = ModelText.block("Other", "c = Conv kernel=1 out=8");
        assertEquals(
                List.of(
                        "LayerConflict shared: b shares the weights of a, but they use different blocks; share the weights of a"
                                + " use of the same block"),
                StructuralMessagesTest.said(
                        ModelText.model(IMAGE, "a = Use block=One\nb = Use block=Other shared=a", one, other)));
        ModelDeclaration same = ModelText.model(IMAGE, "a = Use block=One\nb = Use block=One shared=a", one);
        assertEquals(List.of(), StructuralMessagesTest.said(same));
        assertEquals("b.c a.c 0", weights(layers(same).get(1)));
    }

    /** Of a single unit nothing is left out: its block has no projection. That of the input strides by 2. */
    @Test
    void blocksThatProjectDifferentlyShareNothing() {
        Map<String, Object> open = Map.of("axes", 2L, "channels", 0L, "size", List.of(16L));
        BlockDeclaration half =
                ModelText.block("Half", "c = Conv kernel=3 stride=2 padding=1 out=8\nsum = Residual shortcut=<input>");
        String point = "p = GlobalPool from=<input>\n";
        for (String text : List.of(
                "h = Use block=Half\n" + point + "g = Use block=Half shared=h",
                point + "h = Use block=Half\ng = Use block=Half from=<input> shared=h")) {
            ModelDeclaration model = ModelText.model(open, text, half);
            assertEquals(
                    List.of("ShapeMismatch shared: g shares the weights of h, but only one of them projects a shortcut,"
                            + " since their inputs differ"),
                    StructuralMessagesTest.said(model));
            assertTrue(
                    layers(model).stream().noneMatch(layer -> layer.attributes().containsKey("shared")));
        }
    }

    private static void assertOwn(String text, String weights) {
        List<Layer> layers = layers(ModelText.model(IMAGE, text));
        assertEquals(weights, weights(layers.get(layers.size() - 1)));
    }

    private static String weights(Layer layer) {
        return layer.name() + " " + layer.attributes().get("shared") + " "
                + layer.costs().parameters().getAsLong();
    }

    private static List<Layer> layers(ModelDeclaration model) {
        return NetworkBuilder.build(model).network().layers();
    }
}
