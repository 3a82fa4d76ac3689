package dev.fovea.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.ModelText;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The figures of a layer: where all is known, where paths drift apart, and where an extent is missing. */
final class ReceptiveFieldTest {
    private static final String DRIFTING = """
            halved = Pool kernel=2
            middle = Crop padding=%s from=<input>
            both = Add from=halved,middle
            """;

    /**
     * Of 8 pixels unit u sees 2u and 2u + 1, and through the crop u + 2: {0, 1, 2}, {2, 3}, {4, 5}, {5, 6, 7}. Alone, the
     * crop shows one pixel.
     */
    @Test
    void whereJumpsDifferUnitsAreTakenOneByOne() {
        ReceptiveField field = last(8, DRIFTING.formatted("2"));
        assertEquals(OptionalLong.of(3), field.size());
        assertEquals(OptionalLong.of(2), field.smallest());
        assertEquals(OptionalLong.of(3), field.covered());
        assertEquals(OptionalLong.of(1), field.shortest());
        assertEquals(Optional.of(Rational.ZERO), field.start());
        assertEquals(Optional.of(Rational.ONE), field.centre());
        assertEquals(Optional.empty(), field.jump());
        assertEquals(Optional.empty(), field.overlap());
    }

    @Test
    void upTo16384UnitsAreTakenOneByOne() {
        assertEquals(
                OptionalLong.of(8193), last(32768, DRIFTING.formatted("8192")).size());
        ReceptiveField more = last(32770, DRIFTING.formatted("8192,8193"));
        assertEquals(OptionalLong.empty(), more.size());
        assertEquals(OptionalLong.empty(), more.covered());
        assertFalse(more.seen().uniform());
    }

    @Test
    void withoutAnExtentDriftingUnitsAreUnknown() {
        ReceptiveField field = Analysis.of(NetworkBuilder.build(ModelText.model(
                                Map.of("axes", 1L, "channels", 0L, "size", List.of()), DRIFTING.formatted("2")))
                        .network())
                .last()
                .get(0);
        assertEquals(OptionalLong.empty(), field.size());
        assertEquals(Optional.empty(), field.start());
    }

    /** With an unknown extent SAME of kernel 3 and stride 4 begins 0 or 1 pixels before the input. */
    @Test
    void aFieldStartsWhereThePaddingPutsIt() {
        ReceptiveField known = last(9, "a = Conv kernel=3 padding=1");
        assertEquals(Optional.of(Rational.of(-1)), known.start());
        assertEquals(Optional.of(Rational.ZERO), known.centre());
        ReceptiveField open = Analysis.of(
                        NetworkBuilder.build(ModelText.model("a = Pool kernel=3 stride=4 padding=SAME"))
                                .network())
                .last()
                .get(1);
        assertEquals(OptionalLong.of(3), open.size());
        assertEquals(Optional.of(Rational.of(4)), open.jump());
        assertEquals(Optional.empty(), open.start());
        assertEquals(Optional.empty(), open.centre());
    }

    @Test
    void neighboursShareWhatTheJumpLeaves() {
        assertEquals(
                Optional.of(Rational.of(2, 3)), last(32, "a = Conv kernel=3").overlap());
        assertEquals(
                Optional.of(Rational.ZERO),
                last(32, "a = Conv kernel=3 stride=3").overlap());
        assertEquals(
                Optional.of(Rational.ZERO),
                last(32, "a = Conv kernel=2 stride=4").overlap());
        assertEquals(Optional.empty(), last(32, "a = GlobalPool").overlap());
    }

    /** A transposed convolution of kernel 1 and stride 4 makes units of which each fourth sees a pixel. */
    @Test
    void aUnitThatSeesNothingHasNoPlace() {
        ReceptiveField blind = last(8, "t = TransposedConv kernel=1 stride=4\nc = Crop padding=1,0");
        assertEquals(Optional.empty(), blind.start());
        assertEquals(Optional.empty(), blind.centre());
        assertEquals(OptionalLong.of(1), blind.size());
        assertEquals(OptionalLong.of(0), blind.smallest());
        assertEquals(OptionalLong.of(0), blind.covered());
    }

    @Test
    void aWholeMapHasTheFiguresOfTheInput() {
        ReceptiveField whole = last(9, "g = GlobalPool");
        assertEquals(OptionalLong.of(9), whole.size());
        assertEquals(OptionalLong.of(9), whole.smallest());
        assertEquals(OptionalLong.of(9), whole.shortest());
        assertEquals(Optional.of(Rational.ZERO), whole.start());
        assertEquals(Optional.of(Rational.of(4)), whole.centre());
        assertEquals(OptionalLong.empty(), whole.covered());
        assertEquals(Optional.empty(), whole.jump());
    }

    /** 2^24 taps that are 2^48 pixels apart are more than 64 bits hold. */
    @Test
    void whatOverflowsIsAFindingAndEverythingAfterItUnknown() {
        String huge = "Conv kernel=16777216 stride=16777216\n";
        Analysis analysis = Analysis.of(NetworkBuilder.build(ModelText.model(
                        Map.of("axes", 1L, "channels", 0L, "size", List.of()),
                        "a = " + huge + "b = " + huge
                                + "c = Conv kernel=16777216\nd = Conv kernel=3\ne = Conv kernel=1 from=a"))
                .network());
        assertEquals(1, analysis.findings().size());
        assertEquals(
                "the receptive field of c exceeds what 64 bits hold; use smaller strides, rates or kernels",
                analysis.findings().get(0).message());
        assertEquals(List.of(false, false, true, true, false), analysis.faulty());
        assertEquals(OptionalLong.empty(), analysis.figures().get(3).get(0).size());
    }

    private static ReceptiveField last(long extent, String text) {
        NetworkBuilder.Built built = NetworkBuilder.build(
                ModelText.model(Map.of("axes", 1L, "channels", 0L, "size", List.of(extent)), text));
        assertEquals(List.of(), built.findings());
        return Analysis.of(built.network()).last().get(0);
    }
}
