package dev.fovea.core.resolve;

import static dev.fovea.core.testing.ModelText.block;
import static dev.fovea.core.testing.ModelText.model;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Layer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Arguments of uses in the place of a block's placeholders, and what is unknown of a block by itself. */
final class UsesTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final BlockDeclaration UNIT = block("Unit", "c = Conv kernel=1 out=8");

    @Test
    void argumentsAreInRangeWhereTheBlockUsesNoneOfThem() {
        String range = " and at most 2^24";
        assertFound(UNIT, "width=-1", "width: width of u is -1; it must be at least 0" + range);
        assertFound(UNIT, "out=-1", "out: out of u is -1; it must be at least 0" + range + " (0 = unknown)");
        assertFound(UNIT, "squeeze=-1", "squeeze: squeeze of u is -1; it must be at least 0" + range);
        assertFound(UNIT, "groups=0", "groups: groups of u is 0; it must be at least 1" + range);
        assertFound(UNIT, "groups=DEPTHWISE");
        assertFound(UNIT, "kernel=0", "kernel: kernel of u is 0; it must be at least 1" + range);
        assertFound(UNIT, "kernel=3,0", "kernel[1]: kernel of u is 0; it must be at least 1" + range);
        assertFound(UNIT, "stride=0", "stride: stride of u is 0; it must be at least 1" + range);
        assertFound(UNIT, "rate=0", "rate: rate of u is 0; it must be at least 1" + range);
        assertFound(UNIT, "repeat=0", "repeat: repeat of u is 0; it must be at least 1" + range);
        assertFound(UNIT, "kernel=16777216 width=0 out=0 squeeze=0 groups=1 stride=1 rate=1");
    }

    @Test
    void ratesAreOneForAllRepetitionsOrOneForEach() {
        assertFound(
                UNIT,
                "repeat=3 rate=1,2",
                "rate: rate of u has 2 entries; it takes 1 (for all repetitions) or 3 (one for each)");
        assertFound(UNIT, "repeat=3 rate=1,2,4");
        assertFound(UNIT, "repeat=3 rate=2");
    }

    @Test
    void argsHasAnEntryForEachPlaceholder() {
        BlockDeclaration pair = block("Pair", "first = Conv kernel=1 out=ARG0\nsecond = Conv kernel=ARG1,3 out=4");
        assertFound(
                pair,
                "",
                "args: args of u has 0 entries, but first of Pair takes Param.ARG0; state one for each placeholder from"
                        + " ARG0 on");
        assertFound(
                pair,
                "args=16",
                "args: args of u has 1 entry, but second of Pair takes Param.ARG1; state one for each placeholder from"
                        + " ARG0 on");
        assertFound(pair, "args=16,3");
        BlockDeclaration third = block("Third", "only = Conv kernel=1 out=ARG2");
        assertFound(
                third,
                "args=16,3",
                "args: args of u has 2 entries, but only of Third takes Param.ARG2; state one for each placeholder from"
                        + " ARG0 on");
    }

    @Test
    void sixteenArgumentsMayBeNumbersOrConstants() {
        String sixteen = "args=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16";
        assertFound(UNIT, sixteen);
        assertFound(UNIT, sixteen + ",17", "args: args of u has 17 entries; it takes up to 16");
        assertFound(UNIT, "args=0,-1", "args[1]: args of u is -1; it must be at least 0 and at most 2^24");
        BlockDeclaration open = block("Open", "c = Conv kernel=3 padding=ARG0 groups=ARG1 out=8");
        assertFound(open, "args=SAME,DEPTHWISE");
        assertFound(open, "args=CAUSAL,1");
    }

    /** A stride is that of the first repetition: the others keep the map as it is. */
    @Test
    void onlyTheFirstRepetitionStrides() {
        BlockDeclaration down = block("Down", "c = Conv kernel=3 stride=STRIDE padding=1 out=8");
        List<Layer> layers = NetworkBuilder.build(model(IMAGE, "u = Use block=Down repeat=3 stride=2", down))
                .network()
                .layers();
        assertEquals(
                List.of(List.of(2L, 2L), List.of(1L, 1L), List.of(1L, 1L)),
                layers.stream().map(layer -> layer.attributes().get("stride")).toList());
    }

    @Test
    void onePlaceTakesOneNumber() {
        BlockDeclaration fold = block("Fold", "d = SpaceToDepth factor=KERNEL");
        assertFound(
                fold,
                "kernel=2,4",
                "factor: factor of u.d is the placeholder of kernel, which has several entries; it must be at least 1 and"
                        + " at most 2^24");
        assertFound(fold, "kernel=4");
    }

    /** Two biased 1x1 convolutions, from 8 channels to 4 and back: 32 + 4 + 32 + 8. */
    @Test
    void theSqueezedChannelsAreTheUsesOrThoseOfTheUseAround() {
        BlockDeclaration gate = block("Gate", "s = SqueezeExcite squeeze=SQUEEZE");
        BlockDeclaration around = block("Around", "g = Use block=Gate squeeze=SQUEEZE", gate);
        Layer stated = last(model(IMAGE, "u = Use block=Gate squeeze=4", gate));
        assertEquals(OptionalLong.of(76), stated.costs().parameters());
        assertEquals(4L, stated.attributes().get("squeeze"));
        assertEquals(
                OptionalLong.of(76),
                last(model(IMAGE, "u = Use block=Around squeeze=4", around))
                        .costs()
                        .parameters());
        for (ModelDeclaration open : List.of(
                model(IMAGE, "u = Use block=Gate", gate),
                model(IMAGE, "u = Use block=Around", around),
                ModelDeclaration.of(gate),
                ModelDeclaration.of(around),
                ModelDeclaration.of(block("Taken", "g = Use block=Gate squeeze=ARG0", gate)))) {
            assertEquals(OptionalLong.empty(), last(open).costs().parameters());
            assertFalse(last(open).attributes().containsKey("squeeze"));
        }
    }

    /** A number of channels may be open, and the window is known; where the window is open, nothing is. */
    @Test
    void ofABlockByItselfWhatItsUsersStateIsUnknown() {
        Layer channels = last(ModelDeclaration.of(block("B", "c = Conv kernel=3 out=ARG0")));
        assertTrue(channels.step(0).window().isPresent());
        assertEquals(OptionalLong.empty(), channels.shape().channels());
        assertFalse(channels.faulty());
        for (String open : List.of(
                "c = Conv kernel=ARG0 out=4",
                "c = Conv kernel=ARG0,3 out=4",
                "c = PixelShuffle factor=ARG0",
                "c = PixelShuffle factor=OUT",
                "c = SpaceToDepth factor=WIDTH",
                "c = SeparableConv kernel=3 multiplier=ARG1 out=4")) {
            Layer unknown = last(ModelDeclaration.of(block("B", open)));
            assertFalse(unknown.step(0).isKnown(), open);
            assertEquals(OptionalLong.empty(), unknown.shape().channels(), open);
        }
        for (String open : List.of(
                "c = Linear out=OUT",
                "c = Linear out=ARG3",
                "c = Conv out=OUT kernel=1",
                "c = Conv groups=ARG0 kernel=1 out=4",
                "c = Attention heads=OUT",
                "c = Recurrent units=ARG1 axis=1",
                "c = LocalResponseNorm value=ARG2")) {
            Layer known = last(ModelDeclaration.of(block("B", open)));
            assertTrue(known.step(0).isKnown(), open);
            assertFalse(known.attributes().containsKey(open.split("[ =]+")[2]), open);
        }
    }

    /** A use hands 0 on, which stands for a number that nobody states, also as an entry of args. */
    @Test
    void whatNobodyStatesIsHandedOnThroughUses() {
        for (String layer : List.of("Conv kernel=1", "Linear")) {
            BlockDeclaration leaf = block("Leaf", "c = " + layer + " out=ARG0");
            BlockDeclaration inner = block("Inner", "u = Use block=Leaf args=OUT", leaf);
            BlockDeclaration outer = block("Outer", "u = Use block=Inner out=OUT width=WIDTH", inner);
            for (ModelDeclaration open :
                    List.of(ModelDeclaration.of(outer), model(IMAGE, "u = Use block=Outer", outer))) {
                assertEquals(OptionalLong.empty(), last(open).shape().channels());
            }
            assertEquals(
                    OptionalLong.of(5),
                    last(model(IMAGE, "u = Use block=Outer out=5", outer))
                            .shape()
                            .channels());
        }
        BlockDeclaration none = block("None", "c = Conv kernel=1 out=4 bias=false");
        assertEquals(List.of(), StructuralMessagesTest.said(model(IMAGE, "u = Use block=None args=0", none)));
        BlockDeclaration zero = block("Zero", "c = Linear out=ARG0");
        assertEquals(
                List.of("InvalidAttribute out: out of u.c is 0; it must be at least 1 and at most 2^24"),
                StructuralMessagesTest.said(model(IMAGE, "u = Use block=Zero args=0", zero)));
    }

    @Test
    void anOpenNumberOfRepetitionsFitsAnyNumberOfRates() {
        BlockDeclaration rated = block("Rated", "d = Dilated kernel=3 rate=RATE out=8");
        Layer open = last(ModelDeclaration.of(block("B", "u = Use block=Rated repeat=ARG0 rate=1,2,4", rated)));
        assertFalse(open.step(0).isKnown());
    }

    /** With the rate of nobody a dilated layer counts as a plain one, however many uses hand it on. */
    @Test
    void aRateIsOpenWhereNoUseAroundStatesIt() {
        BlockDeclaration leaf = block("Leaf", "d = Dilated kernel=3 rate=RATE");
        BlockDeclaration mid = block("Mid", "leaf = Use block=Leaf rate=RATE", leaf);
        BlockDeclaration stating = block("Stating", "leaf = Use block=Leaf rate=1", leaf);
        BlockDeclaration strided = block("Strided", "leaf = Use block=Leaf stride=RATE", leaf);
        assertTrue(last(model(IMAGE, "m = Use block=Leaf", leaf)).plain());
        assertTrue(last(model(IMAGE, "m = Use block=Mid", mid)).plain());
        assertTrue(last(model(IMAGE, "m = Use block=Strided", strided)).plain());
        assertFalse(last(model(IMAGE, "m = Use block=Stating", stating)).plain());
        Layer stated = last(model(IMAGE, "m = Use block=Mid rate=2", mid));
        assertFalse(stated.plain());
        assertEquals(List.of(2L, 2L), stated.attributes().get("rate"));
    }

    @Test
    void endpointsAreCountedFromZero() {
        BlockDeclaration skips = block("Skips", "a = Conv kernel=1 out=8 Endpoint value=skip\nb = Conv kernel=3 out=8");
        assertEquals(
                List.of("UnknownLayer from[0]: c reads u[1].skip, but u has 1 repetition; they count from 0"),
                StructuralMessagesTest.said(
                        model(IMAGE, "u = Use block=Skips\nc = Conv kernel=1 from=u[1].skip", skips)));
        Layer reader = last(model(IMAGE, "u = Use block=Skips repeat=2\nc = Conv kernel=1 from=u[1].skip", skips));
        assertEquals(2, reader.links().get(0).source());
    }

    private static void assertFound(BlockDeclaration block, String arguments, String... expected) {
        String text = "u = Use block=" + block.simpleName() + " " + arguments;
        List<String> said =
                List.of(expected).stream().map(one -> "InvalidAttribute " + one).toList();
        assertEquals(said, StructuralMessagesTest.said(model(IMAGE, text, block)), text);
    }

    /** The last layer of a model without faults. */
    private static Layer last(ModelDeclaration model) {
        assertEquals(List.of(), StructuralMessagesTest.said(model));
        return NetworkBuilder.build(model).network().last();
    }
}
