package dev.fovea.core.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Hdc;
import dev.fovea.core.report.ReportBuilder;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.testing.Seeds;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.PixelBox;
import dev.fovea.report.Span;
import dev.fovea.report.UnitSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The box of every unit, and the units whose boxes have a pixel, by following each unit down to the input. */
@Tag("random")
final class UnitBoxesTest {
    private static final int GRAPHS = Seeds.times(1500);

    private int boxes;
    private int unknown;

    @Test
    void unitBoxesAgreeOnRandomGraphs() {
        RandomGraphs graphs = new RandomGraphs(8);
        for (int i = 0; i < GRAPHS; i++) {
            RandomGraphs.Graph graph = graphs.next();
            check(
                    graph.brute(),
                    ReportBuilder.facts(
                            AnalysedNetwork.of(AgainstBruteForce.analysed(graph.model()), graph.model(), Hdc.STRICT)));
        }
        assertTrue(boxes > 100_000, "compared " + boxes);
        assertTrue(unknown > 0 && unknown < boxes / 10, unknown + " unknown of " + boxes);
    }

    private void check(BruteForce brute, NetworkReport report) {
        for (LayerReport layer : report.layers()) {
            if (layer.op().equals("Projection")) {
                continue;
            }
            BruteLayer expected = brute.layer(layer.name());
            for (int axis = 0; axis < report.axes(); axis++) {
                check(brute, expected, report, axis);
            }
        }
    }

    private void check(BruteForce brute, BruteLayer layer, NetworkReport report, int axis) {
        List<Span> spans = new ArrayList<>();
        for (long unit = 0; unit < layer.extents().get(axis); unit++) {
            Span expected = span(brute, layer, axis, unit);
            spans.add(expected);
            boxes++;
            long asked = unit;
            Supplier<String> where = () -> layer.name() + " of " + report + ", axis " + axis + ", unit " + asked;
            Optional<PixelBox> box = report.field(layer.name(), place(report.axes(), axis, unit));
            boolean known = uniform(layer);
            assertEquals(known, box.isPresent(), where);
            unknown += known ? 0 : 1;
            if (known) {
                assertEquals(expected, box.get().axes().get(axis), where);
                Span image = new Span(0, brute.extents(-1).get(axis) - 1);
                assertEquals(
                        expected.intersection(image),
                        report.clippedField(layer.name(), place(report.axes(), axis, unit))
                                .orElseThrow()
                                .axes()
                                .get(axis),
                        where);
            }
        }
        for (long pixel = 0; pixel < brute.extents(-1).get(axis); pixel++) {
            Optional<UnitSet> seeing = report.unitsSeeing(layer.name(), place(report.axes(), axis, pixel));
            assertEquals(uniform(layer), seeing.isPresent(), layer::name);
            if (seeing.isPresent()) {
                long asked = pixel;
                Supplier<String> where = () -> layer.name() + " of " + report + ", axis " + axis + ", pixel " + asked;
                assertEquals(seeing(spans, pixel), units(seeing.get().axes().get(axis)), where);
            }
        }
        Map<String, UnitSet> all = report.unitsSeeing(new long[report.axes()]);
        assertEquals(uniform(layer), all.containsKey(layer.name()), layer::name);
    }

    private static boolean uniform(BruteLayer layer) {
        return layer.uniform().stream().allMatch(axis -> axis);
    }

    private static Span span(BruteForce brute, BruteLayer layer, int axis, long unit) {
        if (layer.jumps().get(axis).isEmpty()) {
            return new Span(0, brute.extents(-1).get(axis) - 1);
        }
        TreeSet<Long> pixels = new TreeSet<>(brute.sees(layer, axis, unit));
        return pixels.isEmpty() ? Span.EMPTY : new Span(pixels.first(), pixels.last());
    }

    private static long[] place(int axes, int axis, long coordinate) {
        long[] place = new long[axes];
        place[axis] = coordinate;
        return place;
    }

    private static List<Long> seeing(List<Span> spans, long pixel) {
        List<Long> units = new ArrayList<>();
        for (int unit = 0; unit < spans.size(); unit++) {
            if (spans.get(unit).contains(pixel)) {
                units.add((long) unit);
            }
        }
        return units;
    }

    /** The units of runs, which must not touch. */
    private static List<Long> units(List<Span> runs) {
        List<Long> units = new ArrayList<>();
        for (Span run : runs) {
            assertTrue(!run.isEmpty() && (units.isEmpty() || units.get(units.size() - 1) + 1 < run.first()));
            for (long unit = run.first(); unit <= run.last(); unit++) {
                units.add(unit);
            }
        }
        return units;
    }
}
