package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import dev.fovea.core.support.Support;
import dev.fovea.djl.DjlNetwork;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Span;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Layers whose field has too many pixels for one image, measured in images that are long along one axis. */
final class Slabs {
    private Slabs() {}

    /** Along each axis the whole field, which along the others the borders of a thin image cut. */
    static void compare(ZooSupports supports, NetworkReport report, LayerReport layer) {
        Support support = supports.support(report.model(), layer.name()).orElseThrow();
        for (int axis = 0; axis < report.axes(); axis++) {
            Placement slab = Placement.along(supports, report, layer, axis);
            long[] extents = slab.extents();
            int phase = slab.period() / (axis + 1) - 1;
            try (NDManager manager = NDManager.newBaseManager()) {
                DjlNetwork network = ZooFieldsTest.even(manager, Thin.local(report, layer, extents), extents);
                List<Long> unit = slab.unit(phase);
                Set<Integer> computed = new HashSet<>(ZooFieldsTest.places(support.at(unit), extents));
                long[] index = unit.stream().mapToLong(Long::longValue).toArray();
                double[] gradient = ZooFieldsTest.gradient(network, extents, layer, index);
                for (int place = 0; place < gradient.length; place++) {
                    assertTrue(Double.isFinite(gradient[place]), layer.name());
                    assertEquals(computed.contains(place), gradient[place] != 0, layer.name() + unit);
                }
                assertEquals(
                        Optional.of(span(gradient, extents, axis, slab.moved(axis))),
                        reported(report, layer, slab, phase, axis));
            }
        }
    }

    private static Optional<Span> reported(
            NetworkReport report, LayerReport layer, Placement slab, int phase, int axis) {
        long[] unit = IntStream.range(0, report.axes())
                .mapToLong(each -> slab.phase(each, phase))
                .toArray();
        return report.field(layer.name(), unit).map(box -> box.axes().get(axis));
    }

    /** From the first to the last pixel with a gradient, moved to the map's first period. */
    private static Span span(double[] gradient, long[] extents, int axis, long moved) {
        long inner = 1;
        for (int after = axis + 1; after < extents.length; after++) {
            inner *= extents[after];
        }
        long stride = inner;
        long[] positions = IntStream.range(0, gradient.length)
                .filter(place -> gradient[place] != 0)
                .mapToLong(place -> place / stride % extents[axis] - moved)
                .toArray();
        return new Span(
                Arrays.stream(positions).min().orElseThrow(),
                Arrays.stream(positions).max().orElseThrow());
    }
}
