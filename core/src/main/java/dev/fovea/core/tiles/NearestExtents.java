package dev.fovea.core.tiles;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.report.ExtentSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return of(network, axis, false);
    }

    /** Those of which no convolution or pool leaves out the end either. */
    public static Optional<NearestExtents> lossless(Network network, int axis) {
        return of(network, axis, true);
    }

    private static Optional<NearestExtents> of(Network network, int axis, boolean lossless) {
        OptionalLong declared = network.input().extents().get(axis).known();
        for (Layer layer : network.layers()) {
            if (layer.outputExtents().isEmpty()) {
                return Optional.empty();
            }
        }
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        Optional<ExtentSet> running = running(network, axis, lossless);
        if (running.isEmpty() || running.get().contains(declared.getAsLong())) {
            return Optional.empty();
        }
        OptionalLong below = running.get().atOrBelow(declared.getAsLong());
        OptionalLong above = running.get().atOrAbove(declared.getAsLong());
        return below.isEmpty() && above.isEmpty()
                ? Optional.empty()
                : Optional.of(new NearestExtents(declared.getAsLong(), below, above));
    }

    /** True if all layers run with the declared extent. */
    public static boolean runs(Network network, int axis) {
        OptionalLong declared = network.input().extents().get(axis).known();
        return declared.isPresent()
                && running(network, axis, false)
                        .filter(set -> set.contains(declared.getAsLong()))
                        .isPresent();
    }

    /**
     * What to write at the input: a chosen extent along each axis that needs another one, else the declared one. Empty where
     * an axis has neither.
     *
     * @param fits whether the declared extent of an axis may stay
     */
    public static Optional<Advice> advice(
            Network network,
            List<Optional<NearestExtents>> perAxis,
            IntPredicate fits,
            Function<NearestExtents, OptionalLong> choice) {
        List<String> size = new ArrayList<>();
        for (int axis = 0; axis < perAxis.size(); axis++) {
            int at = axis;
            OptionalLong extent = perAxis.get(axis)
                    .map(choice)
                    .orElseGet(() ->
                            fits.test(at) ? network.input().extents().get(at).known() : OptionalLong.empty());
            if (extent.isEmpty()) {
                return Optional.empty();
            }
            size.add(Long.toString(extent.getAsLong()));
        }
        boolean alike = size.stream().distinct().count() == 1;
        String typed = alike ? size.get(0) : "{" + String.join(", ", size) + "}";
        return Optional.of(Advice.of(new Advice.Statement("", "Input", Map.of("size", typed))));
    }

    /** {@code 224 or 240 instead of 231}. */
    public String text() {
        return "%s instead of %s"
                .formatted(
                        Stream.of(below, above)
                                .flatMapToLong(OptionalLong::stream)
                                .mapToObj(Long::toString)
                                .collect(Collectors.joining(" or ")),
                        declared);
    }

    private static Optional<ExtentSet> running(Network network, int axis, boolean lossless) {
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
                long[] extents = formal.at(residue);
                conditions.keepRunning(steps, extents);
                if (!lossless || conditions.isLossless(extents)) {
                    classes.put(residue, steps);
                }
            }
            return Optional.of(classes.set());
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }
}
