package dev.fovea.processor.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.ProfilePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The spatial-scale profiles of well-known networks have their well-known shapes. */
final class ProfilesTest {
    static final int DEPTH = 20;

    /** Twenty 3×3 layers; pooled: 2×2/2 after every fourth. */
    static Source twenty(String name, boolean pooled) {
        StringBuilder members = new StringBuilder();
        for (int i = 1; i <= DEPTH; i++) {
            members.append("    @dev.fovea.Conv(kernel = 3, padding = 1) Object conv%d;%n".formatted(i));
            if (pooled && i % 4 == 0) {
                members.append("    @dev.fovea.Pool(kernel = 2, stride = 2) Object pool%d;%n".formatted(i / 4));
            }
        }
        return Source.of("class %s {%n%s}%n".formatted(name, members));
    }

    static NetworkReport report(String name, Source... sources) {
        try (Compilation compilation = TestCompiler.JAVAC.compile(Models.setup(), sources)) {
            return NetworkReport.fromJson(
                    compilation.resourceText("META-INF/fovea/" + name + ".json").orElseThrow());
        }
    }

    private static long size(ProfilePoint point) {
        return point.size().get(0).getAsLong();
    }

    /** Araujo et al. 2019, table 1: a staircase that rises at every 3×3 layer and at no other. */
    @Test
    void resNet50RisesInSteps() {
        NetworkReport report =
                report("dev.fovea.sample.ResNet50Original", Zoo.sources().toArray(Source[]::new));
        Map<String, Long> endpoints = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>(Map.of("<input>", 1L));
        int steps = 0;
        for (ProfilePoint point : report.profile()) {
            LayerReport layer = report.layer(point.layer());
            sizes.put(point.layer(), size(point));
            point.endpoint().ifPresent(name -> endpoints.put(name, size(point)));
            if (layer.field().get(0).jump().isPresent()) {
                long below = layer.from().stream().mapToLong(sizes::get).max().orElseThrow();
                boolean widens = layer.attributes().get("kernel") instanceof List<?> kernel
                        && !kernel.get(0).equals(1L);
                assertEquals(widens, size(point) > below, point::toString);
                steps += widens ? 1 : 0;
            }
        }
        assertEquals(Map.of("C2", 35L, "C3", 99L, "C4", 291L, "C5", 483L), endpoints);
        assertEquals(18, steps);
    }

    @Test
    void withoutPoolingTwentyLayersGrowLinearly() {
        NetworkReport report = report("Plain", twenty("Plain", false));
        for (ProfilePoint point : report.profile()) {
            assertEquals(2L * point.depth() + 1, size(point));
        }
        assertEquals(41, report.layer("conv20").field().get(0).size().getAsLong());
    }

    @Test
    void withPoolingTheyGrowExponentially() {
        NetworkReport report = report("Pooled", twenty("Pooled", true));
        assertEquals(264, report.layer("conv20").field().get(0).size().getAsLong());
        assertEquals(280, report.layer("pool5").field().get(0).size().getAsLong());
        List<Long> growth = new ArrayList<>();
        for (int stage = 0; stage < DEPTH / 4; stage++) {
            growth.add(size(report.profile().get(stage * 5 + 3))
                    - size(report.profile().get(stage * 5 + 2)));
        }
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L), growth);
        assertTrue(report.profile().stream()
                .allMatch(point -> point.size().get(0).equals(point.size().get(1))));
    }
}
