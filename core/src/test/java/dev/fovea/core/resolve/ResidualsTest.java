package dev.fovea.core.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
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
