package dev.fovea.core.tiles;

import dev.fovea.Borders;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.report.Obstacle;
import dev.fovea.report.Rational;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What keeps tiles of a target from being exact, as far as its layers tell. */
final class Obstacles {
    /** Of several obstacles the first of these is the reason. */
    private static final List<Obstacle> ORDER = List.of(
            Obstacle.CIRCULAR, Obstacle.FIXED, Obstacle.NONUNIFORM, Obstacle.GLOBAL, Obstacle.STEP, Obstacle.EMPTY);

    private final AxisGraph graph;
    private final Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);

    private Obstacles(AxisGraph graph) {
        this.graph = graph;
    }

    /** The reason why no tile is exact; empty where no layer stands against it. */
    static Optional<Obstacle> of(AxisGraph graph) {
        Obstacles obstacles = new Obstacles(graph);
        for (int map : graph.maps()) {
            obstacles.examine(map);
        }
        if (graph.isTooLarge()) {
            obstacles.found.add(Obstacle.STEP);
        }
        for (Obstacle obstacle : ORDER) {
            if (obstacles.found.contains(obstacle)) {
                return Optional.of(obstacle);
            }
        }
        return Optional.empty();
    }

    private void examine(int map) {
        Layer layer = graph.layer(map);
        if (layer.wholeMap() || readsAnywhere(layer)) {
            found.add(Obstacle.GLOBAL);
        }
        if (layer.borders() == Borders.CIRCULAR && isPadded(layer)) {
            found.add(Obstacle.CIRCULAR);
        }
        for (Link link : layer.links()) {
            Step step = link.steps().get(graph.axis());
            if (step.isWhole() || step.isBroadcast()) {
                found.add(Obstacle.GLOBAL);
            } else if (graph.extent(map).isFixed()) {
                found.add(Obstacle.FIXED);
            } else if (graph.resamples(map)) {
                examineResampling(map, link.source() + 1);
            } else if (!step.isKnown() || isUneven(step)) {
                found.add(Obstacle.NONUNIFORM);
            }
        }
        if (!graph.joins(map)) {
            return;
        }
        for (Link link : layer.links()) {
            int source = link.source() + 1;
            if (!link.isWhole()
                    && graph.grows(map)
                    && graph.grows(source)
                    && !graph.ratio(map, source).equals(Rational.ONE)) {
                found.add(Obstacle.NONUNIFORM);
            }
        }
    }

    private void examineResampling(int map, int source) {
        if (!graph.grows(map) || !graph.grows(source)) {
            // One unit of what was read as a whole, or a map whose absolute size has been found already.
            found.add(Obstacle.GLOBAL);
        } else if (Reads.resampling(graph, map, source).isEmpty()) {
            found.add(Obstacle.NONUNIFORM);
        }
    }

    /** True if the layer pads along the axis at all. */
    private static boolean isUneven(Step step) {
        Optional<Step.Local> local = step.local();
        return local.isPresent() && !local.get().isUniform();
    }

    private boolean isPadded(Layer layer) {
        return layer.padding() != PaddingMode.EXPLICIT
                || layer.step(graph.axis())
                        .window()
                        .filter(window -> window.begin() > 0 || window.end() > 0)
                        .isPresent();
    }

    /** A deformable convolution whose offsets have no stated bound. */
    private static boolean readsAnywhere(Layer layer) {
        return layer.operation().movesTaps() && !layer.attributes().containsKey("maxOffset");
    }
}
