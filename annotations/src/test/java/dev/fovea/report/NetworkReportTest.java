package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class NetworkReportTest {
    @Test
    void findsALayerByName() {
        assertEquals("Dilated", Reports.small().layer("spatial").op());
    }

    @Test
    void aWrongNameIsAnsweredWithTheNearest() {
        Exception few = assertThrows(
                IllegalArgumentException.class, () -> Reports.small().layer("Spacial"));
        assertEquals("no layer \"Spacial\" in com.acme.SegNet, which has spatial, pool, stem", few.getMessage());

        List<String> names = List.of("conv1", "conv2", "fc", "pool", "conv3", "conv10");
        assertEquals("conv1, conv10, conv2, conv3, pool and 1 more", NearestNames.of("conv11", names));

        Exception none = assertThrows(
                IllegalArgumentException.class, () -> Reports.empty().layer("x"));
        assertEquals("no layer \"x\" in com.acme.Empty, which has no layers", none.getMessage());
    }

    @Test
    void readsAResourceThroughItsAnchor() {
        NetworkReport report = NetworkReport.read(NetworkReportTest.class, "small.json");
        assertEquals(Reports.small(), report);
    }

    @Test
    void saysWhichResourceIsMissingOrBroken() {
        Exception missing = assertThrows(
                IllegalStateException.class, () -> NetworkReport.read(NetworkReportTest.class, "/none.json"));
        assertTrue(
                missing.getMessage().startsWith("no resource /none.json beside " + NetworkReportTest.class.getName()));
        Exception broken = assertThrows(
                IllegalStateException.class,
                () -> NetworkReport.read(NetworkReportTest.class, "NetworkReportTest.class"));
        assertTrue(broken.getMessage().startsWith("resource NetworkReportTest.class: JSON: expected a value"));
    }

    @Test
    void keepsNoCollectionOfTheCaller() {
        List<OptionalLong> size = new ArrayList<>(List.of(OptionalLong.of(1)));
        Shape shape = new Shape(OptionalLong.empty(), size);
        Map<String, Object> attributes = new HashMap<>();
        List<Object> kernel = new ArrayList<>(List.of(3L));
        attributes.put("kernel", kernel);
        LayerReport layer = layer(shape, attributes);
        size.clear();
        kernel.clear();
        attributes.clear();
        assertEquals(1, layer.shape().size().size());
        assertEquals(Map.of("kernel", List.of(3L)), layer.attributes());
        assertThrows(
                UnsupportedOperationException.class, () -> layer.attributes().clear());
    }

    @Test
    void figuresHaveOneForm() {
        Shape shape = new Shape(OptionalLong.empty(), List.of());
        Map<String, Object> attributes = Map.of("scale", new BigDecimal("2.0"), "ratio", new BigDecimal("0.12345678"));
        assertEquals(
                Map.of("scale", 2L, "ratio", new BigDecimal("0.123457")),
                layer(shape, attributes).attributes());
        assertThrows(IllegalArgumentException.class, () -> layer(shape, Map.of("scale", 2)));
    }

    private static LayerReport layer(Shape shape, Map<String, Object> attributes) {
        return new LayerReport(
                "conv",
                "Conv",
                List.of(),
                Optional.empty(),
                shape,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                attributes,
                false);
    }
}
