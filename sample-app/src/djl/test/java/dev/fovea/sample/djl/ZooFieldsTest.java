package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fovea.report.AxisField;
import dev.fovea.report.Coverage;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Phase;
import dev.fovea.report.Rational;
import dev.fovea.sample.Zoo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What units read, by the gradients of the running network, is what the compiler computed. */
final class ZooFieldsTest {
    /** Pixels of an image beyond which only the first and the last phase are measured. */
    private static final long LARGE = 1_000_000;

    static Stream<NetworkReport> reports() {
        return Zoo.reports().stream();
    }

    /** The endpoints and the last local layer, on images that hold the whole field, so that no border cuts it. */
    @ParameterizedTest
    @MethodSource("reports")
    void localPaths(NetworkReport report) {
        List<LayerReport> placed =
                report.layers().stream().filter(ZooFieldsTest::isPlaced).toList();
        LayerReport last = placed.get(placed.size() - 1);
        Set<Object> measured = new HashSet<>();
        for (LayerReport layer : placed) {
            if ((layer.endpoint().isPresent() || layer == last) && measured.add(layer.field())) {
                compare(report, layer);
            }
        }
    }

    /** Whether every unit has a field of its own, at a place that is known without the extents. */
    private static boolean isPlaced(LayerReport layer) {
        return Thin.isLocal(layer) && layer.field().stream().allMatch(AxisField::uniform);
    }

    private static void compare(NetworkReport report, LayerReport layer) {
        long[] extents = extents(report, layer);
        Shape input = new Shape(1, 1).addAll(new Shape(extents));
        DjlNetwork network = DjlNetwork.of(Thin.local(report, layer));
        network.setInitializer(MeasuredField.MEAN, Parameter.Type.WEIGHT);
        try (NDManager manager = NDManager.newBaseManager()) {
            network.initialize(manager, DataType.FLOAT64, input);
            int period = layer.field().get(0).period();
            int step = input.size() > LARGE ? Math.max(1, period - 1) : 1;
            for (int phase = 0; phase < period; phase += step) {
                compare(network, layer, phase, extents);
            }
        }
    }

    private static void compare(DjlNetwork network, LayerReport layer, int phase, long[] extents) {
        long[] unit = new long[extents.length];
        List<String> computed = new ArrayList<>();
        for (int axis = 0; axis < extents.length; axis++) {
            AxisField field = layer.field().get(axis);
            unit[axis] = unit(field, phase % field.period());
            Phase seen = at(field, unit[axis]);
            long first = seen.start().orElseThrow();
            computed.add(text(first, first + seen.size() - 1, seen.covered().orElseThrow()));
        }
        Shape input = new Shape(1, 1).addAll(new Shape(extents));
        double[] gradient = MeasuredField.gradient(network, DataType.FLOAT64, input, layer.name(), unit);
        assertTrue(Arrays.stream(gradient).allMatch(Double::isFinite), layer.name());
        List<String> measured = new ArrayList<>();
        for (int axis = 0; axis < extents.length; axis++) {
            measured.add(projection(gradient, extents, axis));
        }
        assertEquals(computed, measured, layer.name());
        if (phase == 0 && layer.coverage().isPresent()) {
            Coverage coverage = layer.coverage().get();
            long read = Arrays.stream(gradient).filter(value -> value != 0).count();
            assertEquals(coverage.read().orElse(read), read, layer.name());
        }
    }

    /** First pixel, last pixel and number of pixels read along an axis. */
    private static String projection(double[] gradient, long[] extents, int axis) {
        long inner = 1;
        for (int i = axis + 1; i < extents.length; i++) {
            inner *= extents[i];
        }
        boolean[] read = new boolean[(int) extents[axis]];
        for (int i = 0; i < gradient.length; i++) {
            read[(int) (i / inner % extents[axis])] |= gradient[i] != 0;
        }
        long first = -1;
        long last = -1;
        long count = 0;
        for (int i = 0; i < read.length; i++) {
            if (read[i]) {
                first = first < 0 ? i : first;
                last = i;
                count++;
            }
        }
        return text(first, last, count);
    }

    private static String text(long first, long last, long count) {
        return "%d..%d: %d".formatted(first, last, count);
    }

    /** The first unit of a phase whose field, and those of the following phases, begin in the image. */
    private static long unit(AxisField field, int phase) {
        long unit = 0;
        while (phases(field, unit).anyMatch(seen -> seen.start().orElse(0) < 0)) {
            unit += field.period();
        }
        return unit + phase;
    }

    private static Stream<Phase> phases(AxisField field, long unit) {
        return Stream.iterate(unit, next -> next + 1).limit(field.period()).map(next -> at(field, next));
    }

    private static Phase at(AxisField field, long unit) {
        int phase = (int) (unit % field.period());
        Phase seen = field.period() > 1
                ? field.phases().get(phase)
                : new Phase(
                        OptionalLong.of(field.start().orElseThrow().longValueExact()),
                        field.size().orElseThrow(),
                        field.covered());
        long moved = field.jump().orElseThrow().times(Rational.of(unit - phase)).longValueExact();
        return new Phase(OptionalLong.of(seen.start().orElseThrow() + moved), seen.size(), seen.covered());
    }

    /** Extents that hold the fields; the declared ones, more or less a multiple of the granularity: strides fall alike. */
    private static long[] extents(NetworkReport report, LayerReport layer) {
        long[] extents = new long[report.axes()];
        for (int axis = 0; axis < extents.length; axis++) {
            AxisField field = layer.field().get(axis);
            long needed = phases(field, unit(field, 0))
                    .mapToLong(seen -> seen.start().orElseThrow() + seen.size())
                    .max()
                    .orElseThrow();
            long granularity = granularity(report, axis);
            long declared = report.input().size().get(axis).orElse(needed);
            extents[axis] = needed + Math.floorMod(declared - needed, granularity);
        }
        return extents;
    }

    private static long granularity(NetworkReport report, int axis) {
        return report.layers().stream()
                .flatMap(layer -> layer.field().get(axis).jump().stream())
                .filter(Rational::isInteger)
                .mapToLong(Rational::longValueExact)
                .max()
                .orElse(1);
    }
}
