package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Deformed;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Grouped;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import dev.fovea.core.testing.ModelText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What layers read, and what a report says of their attributes. */
final class ReportedGeometryTest {
    private static final Map<String, Object> IMAGE = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
    private static final Map<String, Object> OPEN = Map.of("axes", 2L, "channels", 0L, "size", List.of());

    /** A window of 4 at 16 units takes 3 more, of a transposed one 3 are cut: the odd one at the end. */
    @Test
    void theOddUnitOfSamePaddingIsAtTheEnd() {
        Layer conv = last(IMAGE, "c = Conv kernel=4 padding=SAME");
        assertEquals(new Step.Window(4, 1, 1, 1, 2, 0), conv.step(1));
        assertEquals(List.of(1L, 1L, 2L, 2L), conv.attributes().get("padding"));
        Layer transposed = last(IMAGE, "t = TransposedConv kernel=4 padding=SAME");
        assertEquals(new Step.Transposed(4, 1, 1, 1, 2), transposed.step(1));
        assertEquals(List.of(1L, 1L, 2L, 2L), transposed.attributes().get("padding"));
        assertEquals(List.of(0L, 0L), transposed.attributes().get("outputPadding"));
    }

    /** 15 strides of 4, and 2 taps: 62 of the 64 units that SAME makes. */
    @Test
    void sameIsMetWithOutputPaddingWhereWindowsLeaveGaps() {
        Layer layer = last(IMAGE, "t = TransposedConv kernel=2 stride=4 padding=SAME");
        assertEquals(List.of(2L, 2L), layer.attributes().get("outputPadding"));
        assertEquals(List.of(0L, 0L, 0L, 0L), layer.attributes().get("padding"));
        assertEquals(Extent.of(64), layer.shape().extents().get(0));
        // With rate 2, 3 units from the first tap to the last one: 63.
        Layer dilated = last(IMAGE, "t = TransposedConv kernel=2 rate=2 stride=4 padding=SAME");
        assertEquals(List.of(1L, 1L), dilated.attributes().get("outputPadding"));
    }

    /** With a stride of 2, a window of 3 takes 1 unit at an even extent and 2 at an odd one. */
    @Test
    void paddingThatDependsOnAnUnknownExtentIsNotStated() {
        assertFalse(last(OPEN, "c = Conv kernel=3 stride=2 padding=SAME")
                .attributes()
                .containsKey("padding"));
        Map<String, Object> height = Map.of("axes", 2L, "channels", 0L, "size", List.of(0L, 16L));
        assertFalse(last(height, "c = Conv kernel=3 stride=2 padding=SAME")
                .attributes()
                .containsKey("padding"));
        assertEquals(
                List.of(0L, 0L, 1L, 1L),
                last(IMAGE, "c = Conv kernel=3 stride=2 padding=SAME")
                        .attributes()
                        .get("padding"));
        assertEquals(
                List.of(1L, 1L, 1L, 1L),
                last(OPEN, "c = Conv kernel=3 padding=SAME").attributes().get("padding"));
        assertEquals(
                List.of(1L, 1L, 1L, 1L),
                last(OPEN, "c = Conv kernel=3 padding=1").attributes().get("padding"));
    }

    @Test
    void tapsAreMovedByWholeUnits() {
        Step.Window window = new Step.Window(3, 1, 1, 0, 0, 0);
        Layer none = last(IMAGE, "d = DeformableConv kernel=3 maxOffset=0");
        assertEquals(window, none.step(0));
        assertEquals(new BigDecimal(0), none.attributes().get("maxOffset"));
        Layer open = last(IMAGE, "d = DeformableConv kernel=3");
        assertEquals(window, open.step(0));
        assertFalse(open.attributes().containsKey("maxOffset"));
        Layer moved = last(IMAGE, "d = DeformableConv kernel=3 maxOffset=1.5");
        assertEquals(new Deformed(window, 2), moved.step(0));
        assertEquals(new BigDecimal("1.5"), moved.attributes().get("maxOffset"));
    }

    /** A single unit has no corners to align: all units read it, by nearest neighbours. */
    @Test
    void aSingleUnitIsReadByAll() {
        String corners = " mode=LINEAR alignCorners=true";
        Layer layer = last(IMAGE, "g = GlobalPool\nu = Upsample size=4" + corners);
        assertEquals(new Resample(1, 4, Resample.Mode.NEAREST), layer.step(0));
        assertEquals(true, layer.attributes().get("alignCorners"));
        Layer linear = last(IMAGE, "g = GlobalPool\nu = Upsample size=4 mode=LINEAR");
        assertEquals(new Resample(1, 4, Resample.Mode.LINEAR), linear.step(0));
        assertFalse(linear.attributes().containsKey("alignCorners"));
        assertEquals(
                new Resample(16, 31, Resample.Mode.CORNERS),
                last(IMAGE, "u = Upsample size=31" + corners).step(0));
    }

    @Test
    void anUnpoolingReadsItsInputAndWhatThePoolRead() {
        Layer unpool = last(IMAGE, "p = Pool kernel=2\nu = Unpool of=p");
        Step one = new Resample(1, 2, Resample.Mode.NEAREST);
        Step window = new Grouped(2, 0);
        assertEquals(
                List.of(new Link(0, List.of(one, one)), new Link(Network.INPUT, List.of(window, window))),
                unpool.links());
    }

    @Test
    void aLayerWithAFaultReadsWhatItNames() {
        List<Layer> layers = NetworkBuilder.build(
                        ModelText.model(IMAGE, "a = Conv kernel=1\nb = Conv kernel=0\nc = Conv kernel=0 from=a"))
                .network()
                .layers();
        assertEquals(0, layers.get(1).links().get(0).source());
        assertEquals(0, layers.get(2).links().get(0).source());
    }

    /** Whatever is merged has one extent: where one is known, it is that of all. */
    @Test
    void oneKnownExtentIsThatOfAMerge() {
        for (String order : List.of("a,b", "b,a")) {
            String text = "a = AdaptivePool size=4\nb = Conv kernel=1 from=<input>\nj = Add from=" + order;
            assertEquals(
                    List.of(Extent.of(4), Extent.of(4)),
                    last(OPEN, text).shape().extents());
        }
    }

    @Test
    void statedAttributesAreReported() {
        assertReported("a = Attention heads=2 out=6", "{heads=2, out=6}");
        assertReported("a = Attention", "{heads=1, out=8}");
        assertReported("a = Attention window=4 shift=0,2", "{heads=1, out=8, window=[4, 4], shift=[0, 2]}");
        assertReported("a = Attention grid=2,4", "{heads=1, out=8, grid=[2, 4]}");
        assertEquals("{heads=1}", last(OPEN, "a = Attention").attributes().toString());
        assertReported("t = TokenMixing", "{bias=true}");
        assertReported("t = TokenMixing hidden=5", "{hidden=5, bias=true}");
        assertReported("s = SqueezeExcite squeeze=4", "{squeeze=4}");
        assertReported("s = SqueezeExcite squeeze=4 gate=HARD_SIGMOID", "{squeeze=4, gate=HARD_SIGMOID}");
        assertReported("n = LocalResponseNorm value=7", "{value=7}");
        assertReported("n = Dropout value=0.25", "{value=0.25}");
        assertEquals(
                "RELU",
                last(IMAGE, "c = Conv kernel=1 activation=RELU").attributes().get("activation"));
        assertFalse(last(IMAGE, "c = Conv kernel=1").attributes().containsKey("activation"));
    }

    private static void assertReported(String text, String attributes) {
        assertEquals(attributes, last(IMAGE, text).attributes().toString(), text);
    }

    @Test
    void aWindowAsWideAsTheMapIsTheMap() {
        Layer whole = last(IMAGE, "a = Attention window=16");
        assertTrue(whole.wholeMap());
        assertEquals(Step.Window.IDENTITY, whole.step(0));
        Layer windows = last(IMAGE, "a = Attention window=15 shift=2");
        assertFalse(windows.wholeMap());
        assertEquals(new Grouped(15, 2), windows.step(0));
    }

    @Test
    void whatFollowsAFaultIsMarkedAsFaulty() {
        List<Layer> layers = NetworkBuilder.build(ModelText.model(
                        IMAGE, "a = Conv kernel=1 out=8\nb = Conv kernel=1 out=8 groups=3\nc = Conv kernel=1 out=8"))
                .network()
                .layers();
        assertEquals(
                List.of(false, true, true), layers.stream().map(Layer::faulty).toList());
    }

    @Test
    void channelsThatAreNoMultipleHaveNoCosts() {
        for (String text : List.of("b = Conv kernel=1 out=6 groups=3", "b = Conv kernel=1 out=6 groups=4")) {
            Layer layer =
                    NetworkBuilder.build(ModelText.model(IMAGE, text)).network().last();
            assertEquals(OptionalLong.empty(), layer.costs().parameters(), text);
            assertEquals(OptionalLong.empty(), layer.costs().macs(), text);
        }
        Layer heads = NetworkBuilder.build(ModelText.model(IMAGE, "a = Attention heads=3"))
                .network()
                .last();
        assertEquals(OptionalLong.empty(), heads.costs().parameters());
    }

    /** Without statistics that are trained there is nothing that channels decide. */
    @Test
    void normalisationsWithoutParametersHaveNone() {
        assertEquals(OptionalLong.of(0), parameters(OPEN, "n = Normalize value=INSTANCE"));
        assertEquals(OptionalLong.empty(), parameters(OPEN, "n = Normalize value=BATCH"));
        assertEquals(OptionalLong.of(16), parameters(IMAGE, "n = Normalize value=BATCH"));
        assertEquals(OptionalLong.of(0), parameters(IMAGE, "n = Normalize value=INSTANCE"));
    }

    private static OptionalLong parameters(Map<String, Object> input, String text) {
        return last(input, text).costs().parameters();
    }

    /**
     * From 8 channels to 6: 3 x 8 x 6 + 6 x 6 = 180 weights at each place, and products of queries and keys, and of these and
     * values, 6 each for each place that is read. Windows of 5 take 20 x 20 places, since those at the end are filled up.
     */
    @Test
    void attentionMultipliesWeightsAndWhatIsRead() {
        String attention = "a = Attention out=6 heads=2";
        assertEquals(OptionalLong.of(180 + 4 * 6), parameters(IMAGE, attention));
        assertMacs(256 * (180 + 2 * 256 * 6), attention);
        assertMacs(400 * (180 + 2 * 25 * 6), attention + " window=5");
        assertMacs(256 * (180 + 2 * 16 * 6), attention + " grid=4");
        assertMacs(256 * (4 * 64 + 2 * 256 * 8), "a = Attention");
        Map<String, Object> open = Map.of("axes", 2L, "channels", 8L, "size", List.of());
        assertEquals(OptionalLong.of(204), parameters(open, attention + " window=5"));
        assertEquals(
                OptionalLong.empty(),
                last(open, attention + " window=5").costs().macs());
        assertEquals(OptionalLong.empty(), last(open, attention).costs().macs());
        Layer faulty = NetworkBuilder.build(ModelText.model(IMAGE, attention + " grid=7"))
                .network()
                .last();
        assertEquals(OptionalLong.of(204), faulty.costs().parameters());
        assertEquals(OptionalLong.empty(), faulty.costs().macs());
        assertEquals(OptionalLong.empty(), parameters(OPEN, attention));
    }

    /** 256 places: one matrix, or one to 5 hidden values and one back, each with biases; the same for 8 channels. */
    @Test
    void mixingTokensTakesAMatrixOverPlaces() {
        assertEquals(OptionalLong.of(256 * 256 + 256), parameters(IMAGE, "t = TokenMixing"));
        assertEquals(OptionalLong.of(2 * 256 * 5 + 5 + 256), parameters(IMAGE, "t = TokenMixing hidden=5"));
        assertMacs(2 * 256 * 5 * 8, "t = TokenMixing hidden=5");
        assertMacs(256 * 256 * 8, "t = TokenMixing");
    }

    private static void assertMacs(long macs, String text) {
        assertEquals(OptionalLong.of(macs), last(IMAGE, text).costs().macs(), text);
    }

    /** The last layer of a model without faults. */
    private static Layer last(Map<String, Object> input, String text) {
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model(input, text));
        assertEquals(List.of(), built.findings(), text);
        return built.network().last();
    }
}
