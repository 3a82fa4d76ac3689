package dev.fovea.core.resolve;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Network;
import dev.fovea.core.tiles.NearestExtents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sizes of the input, next to the declared one, with which the whole network runs.
 *
 * @param text what is appended to a message; empty where no size helps, or the declared one is not at fault
 * @param advice what to write; of several, any one will do
 */
record SizeAdvice(String text, List<Advice> advice) {
    static final SizeAdvice NONE = new SizeAdvice("", List.of());

    SizeAdvice {
        advice = List.copyOf(advice);
    }

    static SizeAdvice of(Network network) {
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
        return parts.isEmpty()
                ? NONE
                : new SizeAdvice("; or use an input of " + String.join(", and of ", parts), advice(network, axes));
    }

    private static List<Advice> advice(Network network, List<Optional<NearestExtents>> axes) {
        List<Boolean> runs = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            runs.add(axes.get(axis).isEmpty() && NearestExtents.runs(network, axis));
        }
        return Stream.of(
                        NearestExtents.advice(network, axes, runs::get, NearestExtents::below),
                        NearestExtents.advice(network, axes, runs::get, NearestExtents::above))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
