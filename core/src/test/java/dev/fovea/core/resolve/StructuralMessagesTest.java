package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors read where a network cannot run: the whole first line, and the value at which it stands. */
final class StructuralMessagesTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final Map<String, Object> SMALL = Map.of("axes", 2L, "channels", 8L, "size", List.of(4L));
    private static final Map<String, Object> SEQUENCE = Map.of("axes", 1L, "channels", 8L, "size", List.of(16L));
    private static final Map<String, Object> OPEN = Map.of("axes", 2L, "channels", 8L, "size", List.of());

    @Test
    void aSliceKeepsChannelsThatThereAre() {
        assertFound(
                IMAGE,
                "s = Slice begin=4 end=4",
                "InvalidAttribute end: end of s is 4, not above its begin 4; keep at least one channel");
        assertFound(
                IMAGE,
                "s = Slice begin=4 end=9",
                "ShapeMismatch end: end = 9 of s exceeds the 8 channels of the input; use a smaller end");
        assertFound(IMAGE, "s = Slice begin=7 end=8");
    }

    @Test
    void shufflesNeedChannelsInMultiples() {
        assertFound(
                IMAGE,
                "p = PixelShuffle factor=3",
                "ShapeMismatch factor: factor = 3 of p needs channels in multiples of 9, but the input has 8");
        assertFound(IMAGE, "p = PixelShuffle factor=2");
        assertFound(
                IMAGE,
                "a = Conv kernel=1 out=6\ns = ChannelShuffle groups=4",
                "ShapeMismatch groups: groups = 4 of s does not divide the 6 channels of its input a; use a divisor");
        assertFound(
                IMAGE,
                "d = SpaceToDepth factor=3",
                "ShapeMismatch factor: factor = 3 of d does not divide the extent 16 of the input in height; use a divisor,"
                        + " or pad or crop before it; or use an input of 15 or 18 instead of 16");
        assertFound(IMAGE, "d = SpaceToDepth factor=16");
    }

    @Test
    void aTransposedConvolutionHasLessOutputPaddingThanStrideOrRate() {
        assertFound(
                SEQUENCE,
                "t = TransposedConv kernel=2 stride=2 outputPadding=2",
                "InvalidAttribute outputPadding[0]: outputPadding of t is 2; it must be less than the stride or the rate, 2");
        assertFound(SEQUENCE, "t = TransposedConv kernel=2 stride=2 outputPadding=1");
        assertFound(SEQUENCE, "t = TransposedConv kernel=2 stride=2 rate=3 outputPadding=2");
        assertFound(
                SEQUENCE,
                "t = TransposedConv kernel=2 stride=2 padding=SAME outputPadding=1",
                "InvalidAttribute outputPadding[0]: outputPadding of t is 1 beside Padding.SAME, which fixes the extent"
                        + " already; remove one");
        assertFound(SEQUENCE, "t = TransposedConv kernel=2 stride=2 padding=SAME");
        assertFound(
                SEQUENCE,
                "t = TransposedConv kernel=2 stride=2 padding=CAUSAL",
                "InvalidAttribute padding: padding of t is Padding.CAUSAL, which would make a transposed convolution read"
                        + " ahead; cut the end instead, with padding = {0, ...}");
    }

    @Test
    void onlyAPoolOfWindowsSideBySideIsUndone() {
        assertFound(
                IMAGE,
                "c = Conv kernel=1\nu = Unpool of=c",
                "InvalidAttribute of: u takes the indices of c, which is not a @Pool; name the pooling layer that it undoes");
        assertFound(
                IMAGE,
                "u = Unpool of=<input>",
                "InvalidAttribute of: u takes the indices of <input>, which is not a @Pool; name the pooling layer that it"
                        + " undoes");
        for (String pool : List.of(
                "kernel=3 stride=2", "kernel=2 stride=3", "kernel=2 stride=2 rate=2", "kernel=2 stride=2 padding=1")) {
            assertFound(
                    IMAGE,
                    "p = Pool " + pool + "\nu = Unpool of=p",
                    "InvalidAttribute of: u cannot undo p, whose windows overlap or leave gaps; unpooling takes a kernel"
                            + " equal to the stride, rate 1 and no padding");
        }
        assertFound(IMAGE, "p = Pool kernel=2\nu = Unpool of=p");
        assertFound(
                IMAGE,
                "p = Pool kernel=2\nc = Conv kernel=3 out=8\nu = Unpool of=p",
                "ShapeMismatch of: u puts back c, which lacks the shape of p: c is 8x6x6, p is 8x8x8; unpool what has the"
                        + " pooling layer's shape");
    }

    /** A mirror does not repeat the outermost unit: of 4 units there are 3. A circle has all 4. */
    @Test
    void paddingIsFilledFromWhatThereIs() {
        assertFound(
                SMALL,
                "c = Conv kernel=3 padding=4,3,4,3 borders=REFLECT",
                "ShapeMismatch padding: c pads the input by 4 in height, but a mirrored map of extent 4 has only 3 to fill"
                        + " them with; pad less, or state borders = REPLICATE; or use an input of 5 instead of 4 in height");
        assertFound(SMALL, "c = Conv kernel=3 padding=3 borders=REFLECT");
        assertFound(
                SMALL,
                "c = Conv kernel=3 padding=0,0,5,0 borders=CIRCULAR",
                "ShapeMismatch padding: c pads the input by 5 in height, but a circle of extent 4 has only 4 to fill them"
                        + " with; pad less, or state borders = REPLICATE; or use an input of 5 instead of 4 in height");
        assertFound(
                SMALL,
                "c = Conv kernel=3 padding=0,0,0,5 borders=CIRCULAR",
                "ShapeMismatch padding: c pads the input by 5 in width, but a circle of extent 4 has only 4 to fill them"
                        + " with; pad less, or state borders = REPLICATE; or use an input of 5 instead of 4 in width");
        assertFound(SMALL, "c = Conv kernel=3 padding=4 borders=CIRCULAR");
        assertFound(SMALL, "c = Conv kernel=3 padding=9 borders=REPLICATE");
    }

    @Test
    void axesCountFromZero() {
        assertFound(
                IMAGE,
                "r = Recurrent axis=2 units=4",
                "InvalidAttribute axis: axis of r is 2, but the network has 2 axes: height first; axes count from 0");
        assertFound(
                SEQUENCE,
                "r = Recurrent axis=1 units=4",
                "InvalidAttribute axis: axis of r is 1, but the network has one axis; axes count from 0");
        assertFound(IMAGE, "r = Recurrent axis=1 units=4");
    }

    @Test
    void upsamplingStatesOneTarget() {
        assertFound(IMAGE, "u = Upsample", "InvalidAttribute : u states none of scale, size and to; state exactly one");
        for (String two : List.of("scale=2 size=32", "scale=2 to=<input>", "size=32 to=<input>")) {
            assertFound(
                    IMAGE,
                    "u = Upsample " + two,
                    "InvalidAttribute : u states more than one of scale, size and to; state exactly one");
        }
        assertFound(
                IMAGE,
                "u = Upsample scale=2 alignCorners=true",
                "InvalidAttribute alignCorners: alignCorners of u is true, but its mode is NEAREST, which has no corners to"
                        + " align; state mode = LINEAR");
        assertFound(IMAGE, "u = Upsample scale=2 alignCorners=true mode=LINEAR");
        assertFound(
                IMAGE,
                "u = Upsample to=stem",
                "UnknownLayer to: u reads stem, but there is no such layer before it; the nearest name is <input>");
    }

    @Test
    void layersReadAsManyMapsAsTheyTake() {
        assertFound(
                IMAGE,
                "j = Add",
                "InvalidAttribute from: j joins nothing; @Add takes two or more layers: name them in from");
        assertFound(
                IMAGE,
                "j = Add from=<input>",
                "InvalidAttribute from: j joins one layer only; @Add takes two or more layers: name them in from");
        assertFound(
                IMAGE,
                "a = Conv kernel=1\nc = Conv kernel=1 from=a,<input>",
                "InvalidAttribute from: c reads 2 layers; @Conv takes one: join them with @Add or @Concat first");
    }

    @Test
    void layersReadWhatIsDeclaredBeforeThem() {
        assertFound(
                IMAGE,
                "c = Conv kernel=1 from=c",
                "UnknownLayer from[0]: c reads itself; name a layer declared before it");
        assertFound(
                IMAGE,
                "a = Conv kernel=1\nj = Add from=a,late\nlate = Conv kernel=1",
                "UnknownLayer from[1]: j reads late, which is declared after it; declare late first");
        assertFound(
                IMAGE,
                "stem = Conv kernel=1\nc = Conv kernel=1 from=stme",
                "UnknownLayer from[0]: c reads stme, but there is no such layer before it; the nearest name is stem");
    }

    @Test
    void rangesAreNotEmpty() {
        assertFound(
                IMAGE,
                "c = Conv kernel=1 Detects min=9 max=3",
                "InvalidAttribute max: max of @Detects on c is 3, less than its min 9");
        assertFound(IMAGE, "c = Conv kernel=1 Detects min=9 max=9");
    }

    @Test
    void whatLeavesNothingSaysOfWhat() {
        assertFound(
                IMAGE,
                "c = Crop padding=8",
                "EmptyOutput padding[0]: c has no output: the input has extent 16; remove less; or use an input of 17"
                        + " instead of 16");
        assertFound(
                IMAGE,
                "c = Crop padding=0,8",
                "EmptyOutput padding[1]: c has no output: the input has extent 16 in width; remove less; or use an input of"
                        + " 17 instead of 16 in width");
        assertFound(IMAGE, "c = Crop padding=8,7,7,8");
        assertFound(
                IMAGE,
                "c = Dilated kernel=3 rate=8",
                "EmptyOutput kernel[0]: c has no output: the input has extent 16, less than its window of 17 after padding;"
                        + " pad more, use a smaller kernel or rate, or smaller strides before it; or use an input of 17"
                        + " instead of 16");
        assertFound(
                IMAGE,
                "c = Crop padding=8,7,9,8",
                "EmptyOutput padding[0]: c has no output: the input has extent 16 in height; remove less; or use an input of"
                        + " 18 instead of 16 in height");
    }

    @Test
    void mergesSayHowTheirInputsDiffer() {
        assertFound(
                IMAGE,
                "a = Conv kernel=1 out=4\nb = Conv kernel=1 out=6 from=<input>\nj = Add from=a,b",
                "ShapeMismatch from[1]: inputs of j differ in channels: a has 4, b has 6; give them the same number with a"
                        + " 1x1 @Conv, or join them with @Concat");
        assertFound(
                IMAGE,
                "a = Conv kernel=1 out=1\nj = Add from=a,<input>\nb = Conv kernel=1 out=6\nk = Add from=a,<input>,j,b",
                "ShapeMismatch from[3]: inputs of k differ in channels: the input has 8, b has 6; give them the same number"
                        + " with a 1x1 @Conv, or join them with @Concat");
        assertFound(IMAGE, "a = Conv kernel=1 out=1\nj = Add from=a,<input>");
        String remedy = "; bring them to one extent with a stride, @Upsample, @Pad or @Crop";
        assertFound(
                IMAGE,
                "a = Conv kernel=3 out=8\nj = Add from=a,<input>",
                "ShapeMismatch from[1]: inputs of j differ in extent: a is 8x14x14, the input is 8x16x16" + remedy);
        for (String order : List.of("a,b", "b,a")) {
            assertFound(
                    OPEN,
                    "a = Conv kernel=1\nb = Conv kernel=3 from=<input>\nj = Add from=" + order,
                    "ShapeMismatch from[1]: inputs of j differ in extent: b is 2 less than a in height and width"
                            + remedy);
        }
        assertFound(
                OPEN,
                "a = Conv kernel=1\nb = Conv kernel=3,5 from=<input>\nj = Add from=a,b",
                "ShapeMismatch from[1]: inputs of j differ in extent: b is 2 less than a in height" + remedy);
        assertFound(
                OPEN,
                "a = Conv kernel=1\nb = Conv kernel=1,5 from=<input>\nj = Add from=a,b",
                "ShapeMismatch from[1]: inputs of j differ in extent: b is 4 less than a in width" + remedy);
    }

    /** Expects the first lines of all findings, each after its rule and attribute. */
    static void assertFound(Map<String, Object> input, String text, String... expected) {
        assertEquals(List.of(expected), said(ModelText.model(input, text)), text);
    }

    /** What is found, each after its rule and attribute. */
    static List<String> said(ModelDeclaration model) {
        return NetworkBuilder.build(model).findings().stream()
                .map(StructuralMessagesTest::said)
                .toList();
    }

    private static String said(Finding finding) {
        String entry = finding.place().entry() < 0 ? "" : "[" + finding.place().entry() + "]";
        return "%s %s%s: %s".formatted(finding.rule(), finding.place().attribute(), entry, finding.message());
    }
}
