package dev.fovea.core.tiles;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.report.ExtentSet;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Extents of the input with which all layers of a network run, where those that are declared do not: linear layers take
 * whatever they get.
 *
 * @param declared the input's extent
 * @param below the largest that is smaller and runs, if there is one
 * @param above the smallest that is larger and runs, if there is one
 */
public record NearestExtents(long declared, OptionalLong below, OptionalLong above) {
    /** Those along an axis; empty where the declared extent runs or is unknown, where none runs, or a fault stands against it. */
    public static Optional<NearestExtents> of(Network network, int axis) {
        OptionalLong declared = network.input().extents().get(axis).known();
        for (Layer layer : network.layers()) {
            if (layer.outputExtents().isEmpty()) {
                return Optional.empty();
            }
        }
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        Optional<ExtentSet> running = running(network, axis);
        if (running.isEmpty() || running.get().contains(declared.getAsLong())) {
            return Optional.empty();
        }
        OptionalLong below = running.get().atOrBelow(declared.getAsLong());
        OptionalLong above = running.get().atOrAbove(declared.getAsLong());
        return below.isEmpty() && above.isEmpty()
                ? Optional.empty()
                : Optional.of(new NearestExtents(declared.getAsLong(), below, above));
    }

    private static Optional<ExtentSet> running(Network network, int axis) {
        try {
            AxisGraph graph = AxisGraph.of(network, axis);
            if (graph.isTooLarge()) {
                return Optional.empty();
            }
            FormalExtents formal = new FormalExtents(graph);
            Conditions conditions = new Conditions(graph, formal);
            ExtentClasses classes = new ExtentClasses(Math.toIntExact(graph.step()));
            for (int residue = 0; residue < graph.step(); residue++) {
                Steps steps = new Steps(0);
                conditions.keepRunning(steps, formal.at(residue));
                classes.put(residue, steps);
            }
            return Optional.of(classes.set());
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }
}
