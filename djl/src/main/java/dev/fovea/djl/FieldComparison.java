package dev.fovea.djl;

import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.support.Support;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The measured pixels beside the computed ones. */
final class FieldComparison {
    private FieldComparison() {}

    static Optional<String> difference(MeasuredField measured, BlockLint computed, String layer, long... unit) {
        LayerReport report = computed.report().layer(layer);
        if (report.field().stream().anyMatch(AxisField::global)) {
            return first(measured, pixel -> true, true);
        }
        int index = computed.report().layers().indexOf(report);
        Support support = computed.network()
                .supports()
                .layer(index)
                .orElseThrow(() -> new IllegalArgumentException("no pixels were computed for " + layer));
        PixelSet pixels = support.at(Arrays.stream(unit).boxed().toList());
        if (!pixels.isCountable()) {
            throw new IllegalArgumentException("no pixels were computed for " + layer);
        }
        return first(measured, pixels::contains, isInside(pixels, measured.extents()));
    }

    private static boolean isInside(PixelSet pixels, List<Long> extents) {
        for (int axis = 0; axis < extents.size(); axis++) {
            if (!pixels.isEmpty()
                    && (pixels.along(axis).min() < 0 || pixels.along(axis).max() >= extents.get(axis))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> first(MeasuredField measured, Predicate<long[]> computed, boolean inside) {
        long[] extents = measured.extents().stream().mapToLong(Long::longValue).toArray();
        long[] pixel = new long[extents.length];
        do {
            boolean reads = measured.reads(pixel);
            boolean expected = computed.test(pixel);
            if (reads && !expected) {
                return Optional.of(
                        "pixel %s changes the unit, but was not computed to".formatted(Arrays.toString(pixel)));
            }
            if (!reads && expected && inside) {
                return Optional.of(
                        "pixel %s was computed to change the unit, but does not".formatted(Arrays.toString(pixel)));
            }
        } while (next(pixel, extents));
        return Optional.empty();
    }

    private static boolean next(long[] pixel, long[] extents) {
        for (int axis = pixel.length - 1; axis >= 0; axis--) {
            if (++pixel[axis] < extents[axis]) {
                return true;
            }
            pixel[axis] = 0;
        }
        return false;
    }
}
