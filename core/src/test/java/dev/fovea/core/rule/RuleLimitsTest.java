package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.vectors.AgainstBruteForce;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where rules on windows and maps begin and end: cases on either side, worked out by hand. */
final class RuleLimitsTest {
    private static final String SKIPS =
            "1 of 2 positions of c is never read: d (kernel 1, stride 2) steps over them, so what they"
                    + " hold is lost; use kernel 3 (at least the stride) with padding %s, or average before striding (@Pool)";

    /**
     * Along height rates 1, 2, 5 are bridged: M2 = max(|5 - 4|, 2) = 2. Along width, where the first layer has a kernel of 1, the rates
     * are 2, 5, whose M2 = 5 exceeds the kernel of 3.
     */
    @Test
    void anEntryDoesNotLeadAlongAnAxisWhereItsKernelIs1() {
        TreeSet<String> rules = AdvisedModel.of(2, "64,64", """
                x = Conv kernel=3,1 padding=1,0 out=4
                a = Dilated kernel=3 rate=2 padding=2 out=4
                b = Dilated kernel=3 rate=5 padding=5 out=4
                """).rules("DilationGap");
        assertTrue(rules.contains("DilationGap"), rules.toString());
    }

    /** 15 units give 8, with a kernel of 3 as well; rounded up, the last window depends on where the first begins. */
    @Test
    void whereExtentsAreRoundedUpOnlyPaddingBehindIsSureToKeepThem() {
        String c = "c = Conv kernel=3 padding=1 out=4\n";
        AdvisedModel.of(1, "15", c + "d = Pool kernel=1 stride=2 ceilMode=true")
                .check("SkippedInput", SKIPS.formatted("1, which may change its extent"), "d kernel=3 padding=1");
        AdvisedModel.of(1, "15", c + "d = Pool kernel=1 stride=2 ceilMode=true padding=0,1")
                .check("SkippedInput", SKIPS.formatted("{0, 3}"), "d kernel=3 padding={0, 3}");
    }

    /** What has a fault may be meant to read them, whatever it reads now. */
    @Test
    void mapsBelowAFaultAreNotSkipped() {
        String text = """
                z = Conv kernel=3 padding=1 out=4
                c = Conv kernel=3 padding=1 out=4
                d = Conv kernel=1 stride=2 out=4
                f = Conv kernel=%s out=4""";
        AdvisedModel.of(1, "15", text.formatted(3)).check("SkippedInput", SKIPS.formatted(1), "d kernel=3 padding=1");
        AdvisedModel.of(1, "15", text.formatted(0)).checkSilent("SkippedInput");
        AdvisedModel.of(1, "15", "f = Conv kernel=3 out=4 from=nowhere\nd = Conv kernel=1 stride=2 out=4 from=<input>")
                .checkSilent("SkippedInput");
    }

    /** The projection of a residual layer has no annotation of its own. */
    @Test
    void aProjectionThatSkipsIsFoundAtTheShortcut() {
        assertEquals(
                List.of(
                        "r.shortcut[-1]: 1 of 2 positions of c is never read: r.projection (kernel 1, stride 2) steps over them, so"
                                + " what they hold is lost; average before striding (@Pool)"),
                AdvisedModel.of(1, "16", """
                        x = Conv kernel=3 padding=1 out=4 from=<input>
                        c = Conv kernel=3 padding=1 out=4 from=<input>
                        y = Conv kernel=2 stride=2 out=8 from=x
                        r = Residual from=y shortcut=c
                        """.strip()).told(new SkippedInput()));
    }

    /** Of 33 taps four are inside, whatever the unit, and 8 at a rate of 1; on 22 positions it is eleven, a third. */
    @Test
    void aKernelThatIsTooLargeAtAnyRateGetsNone() {
        AdvisedModel.of(1, "8", "x = Dilated kernel=33 rate=2 padding=32 out=4")
                .check(
                        "DegenerateDilation",
                        "x (kernel 33, rate 2) mostly reads padding: on average 12.1 % of its taps fall inside its input of 8, so it"
                                + " acts almost as a layer of kernel 1; use a rate well below the extent or a map of at least 22, and"
                                + " for the context of the whole map @GlobalPool");
    }

    /** At 20 all taps but the middle one are outside 16 units; at 3 the outer ones reach 13 of them. */
    @Test
    void aLayerIsDegenerateByItself() {
        Map<String, Object> input = Map.of("axes", 1L, "channels", 4L, "size", List.of(16L));
        Network network = AgainstBruteForce.analysed(ModelText.model(
                        input,
                        "x = Dilated kernel=3 rate=20 padding=20 out=4\ny = Dilated kernel=3 rate=3 padding=3 out=4"))
                .network();
        assertEquals(
                List.of(true, false),
                network.layers().stream()
                        .map((Layer layer) -> DegenerateDilation.isDegenerate(network, layer))
                        .toList());
    }

    @Test
    void aStackHasToHaveFewerParametersOfItsOwn() {
        // 5 * 3 * 2 = 30 = 3 * 3 * 2 + 3 * 2 * 2.
        AdvisedModel.of(1, "16", "c = Conv kernel=1 out=3\nx = Conv kernel=5 padding=2 bias=false out=2")
                .checkSilent("LargeKernel");
        // 25 * 16 + 4 = 404 and twice 9 * 16 + 4 = 148; y has none of its own, and would have to be a stack as well.
        AdvisedModel.of(2, "16,16", "x = Conv kernel=5 padding=2 out=4\ny = Conv kernel=5 padding=2 out=4 shared=x")
                .check(
                        "LargeKernel",
                        "x (5x5) needs 404 parameters where 2 layers of 3x3 have the same field with 296 and more"
                                + " non-linearities; stack those");
    }

    @Test
    void croppedInputCountsStridesAndThePaddingThatIsThere() {
        // A layer without a stride keeps the unit that is added.
        AdvisedModel.of(1, "10", "p = Pool kernel=3 stride=2\nc = Conv kernel=3 padding=1 out=4")
                .check(
                        "CroppedInput",
                        "the last of the input's 10 pixels is never read: p (kernel 3, stride 2) rounds 10 positions down to 4;"
                                + " state ceilMode = true, or use an input of 9 or 11 instead of 10",
                        "p ceilMode=true",
                        "Input size=9",
                        "Input size=11");
        // Windows from -1, 2, 5, 8; the next reads 11 to 13, of which 12 is padding already. Of 11 all are read.
        AdvisedModel.of(1, "12", "c = Conv kernel=3 stride=3 padding=1 out=4")
                .check(
                        "CroppedInput",
                        "the last of the input's 12 pixels is never read: c (kernel 3, stride 3) rounds 12 positions down to 4;"
                                + " pad the end by 1, or use an input of 11 or 13 instead of 12",
                        "c padding={1, 2}",
                        "Input size=11",
                        "Input size=13");
    }

    /** Too many remainders to look at all along the height: no other width mends that. */
    @Test
    void anInputIsProposedOnlyIfItMendsAllAxes() {
        AdvisedModel model = AdvisedModel.of(2, "140010,5", "c = Pool kernel=70001,2 stride=70001,2");
        assertEquals(
                List.of(List.of("c"), List.of("c")),
                model.findings("CroppedInput").stream()
                        .map(found -> found.finding().advice().stream()
                                .map(one -> one.statements().get(0).member())
                                .toList())
                        .toList());
    }

    /** What leads to an output with a fault, and whether that is global, may be another once it is mended. */
    @Test
    void besideAnOutputWithAFaultNoLayerIsUnproductive() {
        String text = "a = Conv kernel=31 padding=15 out=4\nb = Conv kernel=3 padding=1 out=4\ng = GlobalPool\nf = %s";
        AdvisedModel.of(1, "16", text.formatted("Linear out=4"))
                .check(
                        "UnproductiveLayer",
                        "b cannot add context: a already sees 31 pixels along every path, and the input has 16; use a larger input,"
                                + " fewer layers, or later strides");
        AdvisedModel.of(1, "16", text.formatted("Conv kernel=0 out=4")).checkSilent("UnproductiveLayer");
    }
}
