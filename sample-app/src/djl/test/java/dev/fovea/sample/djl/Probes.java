package dev.fovea.sample.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.djl.DjlModels;
import dev.fovea.djl.DjlNetwork;
import dev.fovea.djl.InputGradient;
import dev.fovea.djl.MeasuredField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Fields measured with the real maxima, pixel by pixel: where the image is small enough for so many probes. */
final class Probes {
    /** Pixels of an image: each that is read may take a probe of its own. */
    private static final long MOST = 20_000;

    private Probes() {}

    /**
     * Whether a layer is above one maximum, which hides pixels from a gradient, and probes find them all. Of what passes
     * several maxima and the windows between them, single precision rounds too much off.
     */
    static boolean suffice(NetworkReport report, LayerReport layer, long pixels) {
        return pixels <= MOST
                && hasMaxima(report)
                && report.layers().subList(0, report.layers().indexOf(layer)).stream()
                                .filter(Probes::isMaximum)
                                .count()
                        == 1;
    }

    /** True without resized maps: a resize is built as a product with a matrix, whose zeros hand NaNs on. */
    static boolean hasMaxima(NetworkReport report) {
        return report.layers().stream().noneMatch(layer -> layer.op().equals("Upsample"))
                && report.layers().stream().anyMatch(Probes::isMaximum);
    }

    private static boolean isMaximum(LayerReport layer) {
        return "MAX".equals(layer.attributes().get("type"));
    }

    /** Compares units of a layer with what was computed for them. */
    static void compare(
            NetworkReport report,
            LayerReport layer,
            long[] extents,
            List<List<Long>> units,
            Function<List<Long>, PixelSet> computed) {
        Shape input = new Shape(1, 1).addAll(new Shape(extents));
        try (NDManager manager = NDManager.newBaseManager()) {
            DjlNetwork network = DjlModels.build(Thin.real(report, layer, extents));
            network.setInitializer(InputGradient.MEAN, Parameter.Type.WEIGHT);
            network.initialize(manager, DataType.FLOAT32, input);
            for (List<Long> unit : units) {
                String where = layer.name() + " " + unit;
                PixelSet set = computed.apply(unit);
                MeasuredField measured = DjlModels.measure(
                        network, input, unit.stream().mapToLong(Long::longValue).toArray());
                assertEquals(List.of(), measured.doubts(), where);
                assertEquals(set.count(), OptionalLong.of(measured.count()), where);
                for (int place : ZooFieldsTest.places(set, extents)) {
                    assertTrue(measured.reads(ZooFieldsTest.pixel(place, extents)), where);
                }
            }
        }
    }
}
