package dev.fovea.core.resolve;

import static dev.fovea.core.resolve.StructuralMessagesTest.assertFound;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values out of range, names of no layer, and what another size of the input mends. */
final class AttributeRangesTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final Map<String, Object> SEQUENCE = Map.of("axes", 1L, "channels", 8L, "size", List.of(16L));
    private static final Map<String, Object> OPEN = Map.of("axes", 2L, "channels", 8L, "size", List.of());

    @Test
    void oneFaultOfAnAttributeIsSaidAtItsFirstEntryOutOfRange() {
        String range = "; it must be at least %s and at most 2^24";
        assertFound(IMAGE, "c = Conv kernel=0", "InvalidAttribute kernel: kernel of c is 0" + range.formatted(1));
        assertFound(IMAGE, "c = Conv kernel=3,0", "InvalidAttribute kernel[1]: kernel of c is 0" + range.formatted(1));
        assertFound(
                IMAGE, "c = Conv kernel=-2,0", "InvalidAttribute kernel[0]: kernel of c is -2" + range.formatted(1));
        assertFound(
                IMAGE,
                "c = Conv kernel=3 padding=-1",
                "InvalidAttribute padding: padding of c is -1" + range.formatted(0));
        assertFound(
                IMAGE,
                "c = Conv kernel=3 padding=0,-1,1,-3",
                "InvalidAttribute padding[1]: padding of c is -1" + range.formatted(0));
        assertFound(
                IMAGE,
                "c = Conv kernel=3 out=-1",
                "InvalidAttribute out: out of c is -1" + range.formatted(0) + " (0 = unknown)");
        assertFound(OPEN, "c = Conv kernel=16777216 out=1");
        assertFound(
                OPEN,
                "c = Conv kernel=16777217 out=1",
                "InvalidAttribute kernel: kernel of c is 16777217" + range.formatted(1));
    }

    @Test
    void listsHaveOneEntryOrOneForEachAxis() {
        String axes = " entries; it takes 1 (for every axis) or 2 (one per axis)";
        assertFound(IMAGE, "c = Conv kernel=3,3,3", "InvalidAttribute kernel: kernel of c has 3" + axes);
        assertFound(IMAGE, "c = Dilated kernel=3 rate=1,1,1,1", "InvalidAttribute rate: rate of c has 4" + axes);
        assertFound(IMAGE, "p = Pool kernel=2 stride=1,2,3", "InvalidAttribute stride: stride of p has 3" + axes);
        assertFound(
                IMAGE,
                "c = Conv kernel=3 padding=1,2,3",
                "InvalidAttribute padding: padding of c has 3 entries; it takes 1, 2 (one per axis) or 4 (all begins, then all"
                        + " ends)");
        assertFound(IMAGE, "c = Conv kernel=3 padding=1,2\nd = Conv kernel=3 padding=1,2,3,4");
        assertFound(SEQUENCE, "c = Conv kernel=3,3", "InvalidAttribute kernel: kernel of c has 2 entries; it takes 1");
        assertFound(
                SEQUENCE,
                "c = Conv kernel=3 padding=1,2,3",
                "InvalidAttribute padding: padding of c has 3 entries; it takes 1 or 2 (begin, end)");
        assertFound(SEQUENCE, "c = Conv kernel=3 padding=1,2");
    }

    @Test
    void constantsAreNamed() {
        String range = "; it must be at least 1 and at most 2^24";
        for (String constant : List.of("SAME", "CAUSAL")) {
            assertFound(
                    IMAGE,
                    "c = Conv kernel=" + constant,
                    "InvalidAttribute kernel: kernel of c is Padding." + constant + ", which only padding takes, alone"
                            + range);
        }
        assertFound(
                IMAGE,
                "c = Conv kernel=DEPTHWISE",
                "InvalidAttribute kernel: kernel of c is Groups.DEPTHWISE, which is a number of groups" + range);
        assertFound(
                IMAGE,
                "c = Conv kernel=3 padding=SAME,1",
                "InvalidAttribute padding[0]: padding of c is Padding.SAME, which only padding takes, alone; it must be at"
                        + " least 0 and at most 2^24");
    }

    @Test
    void aLinearLayerHasChannels() {
        assertFound(
                IMAGE,
                "l = Linear out=0",
                "InvalidAttribute out: out of l is 0; it must be at least 1 and at most 2^24");
    }

    @Test
    void sharesAndOffsetsHaveTheirRanges() {
        for (String share : List.of("0", "1", "0.5")) {
            assertFound(IMAGE, "d = Dropout value=" + share);
        }
        for (String share : List.of("-0.25", "1.5", "NaN")) {
            assertFound(
                    IMAGE,
                    "d = Dropout value=" + share,
                    "InvalidAttribute value: the share that d drops is " + share + "; it must be from 0 to 1");
        }
        assertFound(IMAGE, "d = DeformableConv kernel=3 maxOffset=16777216");
        assertFound(IMAGE, "d = DeformableConv kernel=3 maxOffset=-1");
        for (String offset : List.of("1.6777217E7", "NaN", "Infinity")) {
            assertFound(
                    IMAGE,
                    "d = DeformableConv kernel=3 maxOffset=" + offset,
                    "InvalidAttribute maxOffset: maxOffset of d is " + offset
                            + "; it must be at most 2^24, or negative (unknown)");
        }
    }

    @Test
    void whatIsReadElsewhereIsALayerToo() {
        String nearest = "reads stme, but there is no such layer before it; the nearest name is stem";
        String stem = "stem = Pool kernel=2\n";
        assertFound(IMAGE, stem + "r = Residual shortcut=stme", "UnknownLayer shortcut: r " + nearest);
        assertFound(IMAGE, stem + "u = Unpool of=stme", "UnknownLayer of: u " + nearest);
        assertFound(
                IMAGE,
                "p = Pad padding=16 borders=REFLECT",
                "ShapeMismatch padding: p pads the input by 16 in height, but a mirrored map of extent 16 has only 15 to fill"
                        + " them with; pad less, or state borders = REPLICATE; or use an input of 17 instead of 16");
        assertFound(
                IMAGE,
                "g = GlobalPool\na = Conv kernel=3 out=8 from=<input>\nm = Multiply from=g,<input>,a",
                "ShapeMismatch from[2]: inputs of m differ in extent: the input is 8x16x16, a is 8x14x14; bring them to one"
                        + " extent with a stride, @Upsample, @Pad or @Crop");
    }

    /** 16 is no multiple of 3; 15 and 18 are. A number of channels has nothing to do with it. */
    @Test
    void adviceOfSizesIsOfWhatASizeMends() {
        NetworkBuilder.Built built = NetworkBuilder.build(
                ModelText.model(IMAGE, "d = SpaceToDepth factor=3\ns = Slice begin=8 end=9 from=<input>"));
        assertEquals(2, built.findings().size());
        assertEquals(Set.of(built.findings().get(0)), built.ofSize());
        assertEquals(
                List.of("15", "18"),
                built.findings().get(0).advice().stream()
                        .map(one -> one.statements().get(0).attributes().get("size"))
                        .toList());
        assertEquals(List.of(), built.findings().get(1).advice());
        assertEquals(
                Set.of(),
                NetworkBuilder.build(ModelText.model(IMAGE, "s = Slice begin=8 end=9"))
                        .ofSize());
    }
}
