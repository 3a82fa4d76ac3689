package dev.fovea.core.resolve;

import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.MapShape;
import java.util.ArrayList;
import java.util.List;

/** Says how the shapes of two maps differ; of unknown extents only the difference may be known. */
final class ShapeDifference {
    private final Assembly assembly;

    ShapeDifference(Assembly assembly) {
        this.assembly = assembly;
    }

    /** {@code a is 1x32x32, b is 8x30x30}; {@code b is 2 less than a in height and width} where extents are unknown. */
    String text(int one, int other) {
        MapShape first = assembly.shape(one);
        MapShape second = assembly.shape(other);
        return first.isKnown() && second.isKnown()
                ? "%s is %s, %s is %s".formatted(assembly.title(one), first, assembly.title(other), second)
                : unknown(one, other);
    }

    private String unknown(int one, int other) {
        List<Extent> first = assembly.shape(one).extents();
        List<Extent> second = assembly.shape(other).extents();
        long less = 0;
        List<String> axes = new ArrayList<>();
        for (int axis = 0; axis < first.size(); axis++) {
            Extent here = first.get(axis);
            Extent there = second.get(axis);
            long difference = here.symbol() == there.symbol() ? Math.subtractExact(here.value(), there.value()) : 0;
            if (difference != 0 && (axes.isEmpty() || difference == less)) {
                less = difference;
                axes.add(AxisNames.of(axis, first.size()));
            }
        }
        return "%s is %s less than %s in %s"
                .formatted(
                        assembly.title(less > 0 ? other : one),
                        Math.abs(less),
                        assembly.title(less > 0 ? one : other),
                        String.join(" and ", axes));
    }
}
