package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When a shortcut gets a projection, and of which stride. */
final class ResidualsTest {
    @Test
    void jumpsGiveTheStride() {
        assertProjection("""
                a = Conv kernel=3 padding=1 stride=4
                sum = Residual shortcut=<input>
                """, 4);
    }

    @Test
    void extentsGiveTheStrideWhereJumpsAreUnknown() {
        assertProjection("""
                p = AdaptivePool size=6
                a = Conv kernel=3 padding=1 stride=2
                sum = Residual shortcut=p
                """, 2);
    }

    @Test
    void whatCannotBeKnownIsNotGuessed() {
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model("""
                p = AdaptivePool size=16
                sum = Residual shortcut=<input>
                """));
        assertEquals(List.of(), built.findings());
        Layer sum = built.network().last();
        assertEquals(OptionalLong.empty(), sum.costs().parameters());
        assertEquals(OptionalLong.empty(), sum.costs().macs());
    }

    /** Of an input of unknown extents 16 units are made: by which step, nobody knows. 8 x 4 weights, and 2 x 4 of the norm. */
    @Test
    void aProjectionOfUnknownStrideHasTheExtentsOfTheMainPath() {
        Map<String, Object> input = Map.of("axes", 2L, "channels", 8L, "size", List.of());
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model(input, """
                p = AdaptivePool size=16
                c = Conv kernel=1 out=4
                sum = Residual shortcut=<input>
                """));
        assertEquals(List.of(), built.findings());
        Layer projection = built.network().layers().get(2);
        assertEquals("sum.projection", projection.name());
        assertEquals(
                List.of(false, false),
                projection.links().get(0).steps().stream().map(Step::isKnown).toList());
        assertEquals(List.of(Extent.of(16), Extent.of(16)), projection.shape().extents());
        OutputExtent main = new OutputExtent.SameAs(1);
        assertEquals(List.of(main, main), projection.outputExtents());
        assertFalse(projection.attributes().containsKey("stride"));
        assertEquals(OptionalLong.of(40), projection.costs().parameters());
        assertEquals(OptionalLong.empty(), projection.costs().macs());
    }

    @Test
    void theLargestStrideThatAnAttributeTakesIsProjected() {
        assertProjection("a = Conv kernel=1 stride=16777216\nsum = Residual shortcut=<input>", 1L << 24);
        NetworkBuilder.Built larger = NetworkBuilder.build(ModelText.model(
                "a = Conv kernel=1 stride=16777216\nb = Conv kernel=1 stride=2\nsum = Residual shortcut=<input>"));
        assertEquals(3, larger.network().layers().size());
    }

    /** The sum itself has no weights; without channels only a stride tells that there is a projection, which has them. */
    @Test
    void whatIsOpenOfChannelsIsOpenOfTheSum() {
        Map<String, Object> input = Map.of("axes", 2L, "channels", 8L, "size", List.of(16L));
        Layer unknownMain = NetworkBuilder.build(
                        ModelText.model(input, "a = Conv kernel=1\nsum = Residual shortcut=<input>"))
                .network()
                .last();
        assertEquals(OptionalLong.empty(), unknownMain.shape().channels());
        assertEquals(OptionalLong.empty(), unknownMain.costs().parameters());
        Layer known = NetworkBuilder.build(
                        ModelText.model(input, "a = Conv kernel=1 out=8\nsum = Residual shortcut=<input>"))
                .network()
                .last();
        assertEquals(OptionalLong.of(8), known.shape().channels());
        assertEquals(OptionalLong.of(0), known.costs().parameters());
        for (int stride : new int[] {1, 2}) {
            Layer sum = NetworkBuilder.build(ModelText.model(
                            "a = Conv kernel=1 out=8 stride=" + stride + "\nsum = Residual shortcut=<input>"))
                    .network()
                    .last();
            OptionalLong own = stride == 1 ? OptionalLong.empty() : OptionalLong.of(0);
            assertEquals(own, sum.costs().parameters());
            assertEquals(own, sum.costs().macs());
        }
    }

    @Test
    void theShortcutsExtentIsNotTheSumsWhereItMayBeStrided() {
        NetworkBuilder.Built built =
                NetworkBuilder.build(ModelText.model(Map.of("axes", 2L, "channels", 8L, "size", List.of(16L)), """
                before = Conv kernel=3 padding=1
                faulty = Conv kernel=3 padding=-1 stride=2
                sum = Residual shortcut=before
                """));
        assertEquals(1, built.findings().size());
        assertEquals(
                List.of(false, false),
                built.network().last().shape().extents().stream()
                        .map(Extent::isKnown)
                        .toList());
    }

    @Test
    void equalMapsNeedNone() {
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model("""
                a = Conv kernel=3 padding=1
                sum = Residual shortcut=<input>
                """));
        assertEquals(List.of(), built.findings());
        assertEquals(2, built.network().layers().size());
    }

    private static void assertProjection(String text, long stride) {
        NetworkBuilder.Built built = NetworkBuilder.build(ModelText.model(text));
        assertEquals(List.of(), built.findings());
        Layer projection = built.network().layers().get(built.network().layers().size() - 2);
        assertEquals("sum.projection", projection.name());
        assertEquals(List.of(stride, stride), projection.attributes().get("stride"));
    }
}
