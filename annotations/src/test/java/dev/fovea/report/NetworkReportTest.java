package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.internal.NearestNames;
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
    void networkReportFindsALayerByName() {
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

    /** As on the generated class. */
    @Test
    void aMemberStandsForItsLastLayer() {
        List<LayerReport> layers = List.of(
                layer("stage[0].conv"),
                layer("stage[1].conv"),
                layer("stage[1].sum.projection"),
                layer("stage[1].sum"),
                layer("stage2.conv"),
                layer("last"));
        assertEquals(
                "stage[1].sum", LayerNames.find(layers, "stage").orElseThrow().name());
        assertEquals(
                "stage[0].conv",
                LayerNames.find(layers, "stage[0]").orElseThrow().name());
        assertEquals(
                "stage[1].sum",
                LayerNames.find(layers, "stage[1].sum").orElseThrow().name());
        assertEquals(
                "stage2.conv", LayerNames.find(layers, "stage2").orElseThrow().name());
        for (String none : List.of("", "stag", "stage[", "stage[1", "las", "stage[2]", ".conv")) {
            assertEquals(Optional.empty(), LayerNames.find(layers, none), none);
        }
        assertEquals(List.of("stage", "stage2"), LayerNames.all(layers).subList(layers.size(), layers.size() + 2));
    }

    @Test
    void networkReportFindsAnEndpointByName() {
        assertEquals("spatial", Reports.small().endpoint("p3").name());
        Exception wrong = assertThrows(
                IllegalArgumentException.class, () -> Reports.small().endpoint("p4"));
        assertEquals("no endpoint \"p4\" in com.acme.SegNet, which has p3", wrong.getMessage());
        Exception none = assertThrows(
                IllegalArgumentException.class, () -> Reports.empty().endpoint("p4"));
        assertEquals("no endpoint \"p4\" in com.acme.Empty, which has none", none.getMessage());
    }

    @Test
    void profileIsSizeAgainstDepth() {
        OptionalLong none = OptionalLong.empty();
        ProfilePoint spatial = Reports.small().profile().get(1);
        assertEquals(
                new ProfilePoint(
                        "spatial",
                        2,
                        List.of(OptionalLong.of(11), OptionalLong.of(7)),
                        List.of(OptionalLong.of(9), none),
                        Optional.of("p3")),
                spatial);
    }

    @Test
    void depthIsThatOfTheLongestPath() {
        List<LayerReport> layers = List.of(
                layer("a", "<input>"),
                layer("b", "a"),
                layer("short", "<input>"),
                layer("sum", "short", "b"),
                layer("beside", "short"));
        assertEquals(
                List.of(1, 2, 1, 3, 2),
                ProfilePoint.of(layers).stream().map(ProfilePoint::depth).toList());
    }

    private static LayerReport layer(String name, String... from) {
        return layer(name, List.of(from), new Shape(OptionalLong.empty(), List.of()), Map.of());
    }

    @Test
    void networkReportReadsAResourceThroughItsAnchor() {
        NetworkReport report = NetworkReport.read(NetworkReportTest.class, "small.json");
        assertEquals(Reports.small(), report);
    }

    @Test
    void networkReportSaysWhichResourceIsMissingOrBroken() {
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
    void networkReportKeepsNoCollectionOfTheCaller() {
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
        return layer("conv", List.of(), shape, attributes);
    }

    private static LayerReport layer(String name, List<String> from, Shape shape, Map<String, Object> attributes) {
        return new LayerReport(
                name,
                "Conv",
                from,
                Optional.empty(),
                shape,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                attributes,
                false,
                List.of());
    }
}
