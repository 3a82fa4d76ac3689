package dev.fovea.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ReportDiffTest {
    @Test
    void aReportDoesNotDifferFromItself() {
        ReportDiff diff = Reports.small().diff(Reports.small());
        assertTrue(diff.isEmpty());
        assertEquals("**com.acme.SegNet**: no difference\n", diff.toMarkdown());
    }

    @Test
    void markdownSaysWhatChanged() {
        NetworkReport before = Reports.small();
        List<LayerReport> layers = new ArrayList<>(before.layers());
        LayerReport stem = layers.get(0);
        layers.set(
                0,
                with(stem, "stem", "Dilated", List.of(wider(stem), stem.field().get(1)), OptionalLong.of(12)));
        layers.set(1, with(stem, "extra", "Conv", stem.field(), stem.parameters()));
        NetworkReport after = with(
                before,
                layers,
                List.of(
                        before.diagnostics().get(1),
                        new Diagnostic(
                                "CoverageHole",
                                "error",
                                Optional.of("stem"),
                                "a_b\nmore",
                                false,
                                Optional.empty(),
                                Optional.empty())));
        assertEquals("""
                **com.acme.SegNet**: 1 layer changed, 1 layer added, 1 layer removed, 1 finding appeared, 1 finding gone

                | network | before | after |
                | --- | ---: | ---: |
                | parameters | 1216 | 9 |

                Findings that appeared:

                - error [CoverageHole] stem: a\\_b

                Findings that are gone:

                - error [DilationGap] spatial: M2 = 5 > 3; 2 of 9 pixels are lost. (accepted: measured: no loss)

                | layer | shape | field | jump | parameters | MACs | other |
                | --- | ---: | ---: | ---: | ---: | ---: | --- |
                | stem |  | 3 -> 5x3 |  | 448 -> 12 |  | op Conv -> Dilated |
                | extra, added | 16x16x16 | 3 | 2 | 448 | 110592 | op Conv, from \\<input>, unread 0, kernel [3, 3], scale 0.5, bias true, norm BATCH |
                | spatial, removed | 16x?x16 | 10..11!x7\\~ | 1/2,2 | 768 | ? | op Dilated, from stem, endpoint p3, unread 14 |
                """, before.diff(after).toMarkdown());
    }

    @Test
    void otherModelsAreNamed() {
        assertTrue(Reports.small()
                .diff(Reports.empty())
                .toMarkdown()
                .startsWith("**com.acme.SegNet** -> **com.acme.Empty**: 3 layers removed, 2 findings gone\n"));
    }

    @Test
    void whatIsWrittenIsToldFromWhatFollows() {
        ReportDiff diff = Reports.empty().diff(Reports.small());
        assertEquals("3 layers added, 2 findings appeared", diff.summary());
        Set<String> stated = diff.layers().stream()
                .flatMap(layer -> layer.changes().stream())
                .filter(ReportDiff.Change::isStated)
                .map(ReportDiff.Change::figure)
                .collect(Collectors.toSet());
        assertTrue(stated.containsAll(Set.of("op", "from", "attribute kernel")), stated::toString);
        assertTrue(Collections.disjoint(stated, Set.of("field", "jump", "start", "MACs")), stated::toString);
    }

    @Test
    void theWayBackIsTheSameTurnedRound() {
        RandomReports random = new RandomReports(21);
        for (int i = 0; i < 300; i++) {
            NetworkReport one = random.next(i % 6);
            NetworkReport other = random.next(i % 5);
            ReportDiff there = one.diff(other);
            ReportDiff back = other.diff(one);
            assertTrue(one.diff(one).isEmpty());
            assertEquals(there.appeared(), back.gone());
            assertEquals(there.gone(), back.appeared());
            assertEquals(there.isEmpty(), back.isEmpty());
            assertEquals(turned(there.network()), set(back.network()));
            assertEquals(there.layers().size(), back.layers().size());
            for (ReportDiff.LayerDiff layer : there.layers()) {
                ReportDiff.LayerDiff twin = back.layers().stream()
                        .filter(candidate -> candidate.layer().equals(layer.layer()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(turned(layer.changes()), set(twin.changes()));
                assertEquals(layer.kind() == ReportDiff.Kind.CHANGED, twin.kind() == ReportDiff.Kind.CHANGED);
                assertEquals(layer.kind() == ReportDiff.Kind.ADDED, twin.kind() == ReportDiff.Kind.REMOVED);
            }
        }
    }

    @Test
    void everyFigureOfALayerCounts() {
        RandomReports random = new RandomReports(22);
        int different = 0;
        for (int i = 0; i < 2000; i++) {
            LayerReport one = random.next(1).layers().get(0);
            LayerReport other = random.next(1).layers().get(0);
            NetworkReport before = with(Reports.empty(), List.of(named(one)), List.of());
            NetworkReport after = with(Reports.empty(), List.of(named(other)), List.of());
            if (!named(one).equals(named(other))) {
                different++;
                assertFalse(before.diff(after).isEmpty(), () -> before.toJson() + after.toJson());
            }
        }
        assertTrue(different > 1000, "different: " + different);
    }

    @Test
    void everyFigureOfATargetCounts() {
        String json = Reports.small().toJson();
        for (String figure : List.of(
                "step",
                "units",
                "before",
                "after",
                "alignedBefore",
                "alignedAfter",
                "approximateBefore",
                "approximateAfter",
                "past",
                "lookahead",
                "latency",
                "state",
                "<input>",
                "lost")) {
            Matcher first = Pattern.compile("\"" + figure + "\": ?\"?(-?\\d+)").matcher(json);
            int targets = json.indexOf("\"targets\"");
            assertTrue(first.find(targets), figure);
            assertDiffers(json.substring(0, first.start(1)) + "5" + json.substring(first.end(1)), figure);
        }
        for (String set : List.of("extents", "lossless", "uniform", "proportional")) {
            Matcher first = Pattern.compile("\"" + set + "\": ?(\\{[^}]*\\})").matcher(json);
            assertTrue(first.find(json.indexOf("\"targets\"")), set);
            String other = "{\"minimum\": 5, \"from\": 5, \"period\": 1, \"residues\": [0], \"below\": []}";
            assertDiffers(json.substring(0, first.start(1)) + other + json.substring(first.end(1)), set);
        }
    }

    private static void assertDiffers(String json, String figure) {
        NetworkReport other = NetworkReport.fromJson(json);
        assertFalse(other.equals(Reports.small()), figure);
        assertFalse(Reports.small().diff(other).isEmpty(), figure);
    }

    private static Set<ReportDiff.Change> set(List<ReportDiff.Change> changes) {
        return Set.copyOf(changes);
    }

    private static Set<ReportDiff.Change> turned(List<ReportDiff.Change> changes) {
        return set(changes.stream()
                .map(change -> new ReportDiff.Change(change.figure(), change.after(), change.before()))
                .toList());
    }

    private static LayerReport named(LayerReport layer) {
        return with(layer, "layer", layer.op(), layer.field(), layer.parameters());
    }

    private static AxisField wider(LayerReport layer) {
        AxisField axis = layer.field().get(0);
        return new AxisField(
                OptionalLong.of(5),
                axis.minSize(),
                axis.jump(),
                axis.start(),
                axis.centre(),
                axis.global(),
                axis.overlap(),
                axis.covered(),
                axis.erfStd(),
                axis.erfWidth(),
                axis.uniform(),
                axis.shortest(),
                axis.period(),
                axis.phases());
    }

    private static LayerReport with(
            LayerReport layer, String name, String op, List<AxisField> field, OptionalLong parameters) {
        return new LayerReport(
                name,
                op,
                layer.from(),
                layer.endpoint(),
                layer.shape(),
                parameters,
                layer.macs(),
                layer.validTaps(),
                field,
                layer.coverage(),
                layer.attributes(),
                layer.dataDependent(),
                layer.offsets());
    }

    private static NetworkReport with(NetworkReport report, List<LayerReport> layers, List<Diagnostic> diagnostics) {
        return new NetworkReport(
                report.model(),
                report.axes(),
                report.input(),
                OptionalLong.of(9),
                report.macs(),
                layers,
                report.stacks(),
                diagnostics,
                report.targets());
    }
}
