package dev.fovea.core.resolve;

import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Network;
import dev.fovea.core.tiles.NearestExtents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names the sizes of the input, next to the declared one, with which the whole network runs. */
final class SizeAdvice {
    private SizeAdvice() {}

    /** What is appended to a message; empty where no size helps, or the declared one is not at fault. */
    static String of(Network network) {
        List<Optional<NearestExtents>> axes = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            axes.add(NearestExtents.of(network, axis));
        }
        List<String> parts = new ArrayList<>();
        boolean alike = axes.stream().distinct().count() == 1;
        for (int axis = 0; axis < (alike ? 1 : axes.size()); axis++) {
            String along = alike ? "" : AxisNames.along(axis, axes.size());
            axes.get(axis).ifPresent(nearest -> parts.add(nearest.text() + along));
        }
        return parts.isEmpty() ? "" : "; or use an input of " + String.join(", and of ", parts);
    }
}
