package dev.fovea.core.tiles;

import dev.fovea.Borders;
import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Filling;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the extents of maps must fulfil for an input to work, and to lose nothing at its end, as conditions on one
 * class: the extents {@code extents[map] + t · units}.
 */
final class Conditions {
    private final AxisGraph graph;
    private final FormalExtents formal;
    private final List<Integer> bound = new ArrayList<>();
    private final List<Integer> resampled = new ArrayList<>();
    private final List<Integer> filled = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final Map<Integer, OutputExtent.Windowed> windows = new LinkedHashMap<>();
    private final List<Integer> divided = new ArrayList<>();

    /** Two maps that must agree, or one that must be a single unit. */
    private record Join(int map, int read, boolean gate) {}

    Conditions(AxisGraph graph, FormalExtents formal) {
        this.graph = graph;
        this.formal = formal;
        Set<List<Object>> known = new HashSet<>();
        for (int map : graph.maps()) {
            if (fitsOneExtent(map)) {
                bound.add(map);
            }
            if (graph.resamples(map)) {
                resampled.add(map);
            }
            if (graph.layer(map).borders() != Borders.ZEROS) {
                filled.add(map);
            }
            if (graph.joins(map)) {
                addJoins(map);
            }
            OptionalInt undone = graph.extent(map).undone();
            if (undone.isPresent()) {
                addJoin(undone.getAsInt() + 1, read(map), false);
            }
            if (graph.extent(map).mayRefuse()) {
                divided.add(map);
            }
            // A window of stride 1 leaves nothing out.
            Optional<OutputExtent.Windowed> windowed = graph.extent(map).windowed();
            if (windowed.isPresent() && windowed.get().window().stride() > 1) {
                List<Object> kind = List.of(
                        formal.standing(windowed.get().map() + 1),
                        windowed.get().window(),
                        windowed.get().fit(),
                        formal.standing(map));
                if (known.add(kind)) {
                    windows.put(map, windowed.get());
                }
            }
        }
    }

    private void addJoins(int map) {
        int whole = -1;
        for (Link link : graph.layer(map).links()) {
            int read = link.source() + 1;
            if (!link.isWhole()) {
                addJoin(map, read, link.steps().get(graph.axis()).isBroadcast());
            } else if (whole < 0) {
                whole = read;
            } else {
                // Keys and values.
                addJoin(whole, read, false);
            }
        }
    }

    private void addJoin(int map, int read, boolean gate) {
        if (gate || formal.standing(read) != formal.standing(map)) {
            joins.add(new Join(map, read, gate));
        }
    }

    /** False where a layer with a weight for every position accepts one extent only, and which one is unknown. */
    boolean areKnown() {
        for (int map : bound) {
            if (graph.declared(read(map)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private int read(int map) {
        return graph.layer(map).links().get(0).source() + 1;
    }

    private boolean fitsOneExtent(int map) {
        return graph.layer(map).operation().fitsOneExtent();
    }

    /** All layers run, and those with a weight for every position get what they are declared for. */
    void keepWorking(Steps steps, long[] extents) {
        keepRunning(steps, extents);
        for (int map : bound) {
            int read = read(map);
            steps.keepEqual(
                    extents[read], graph.units(read), graph.declared(read).orElseThrow(), 0);
        }
    }

    /** Every map has a unit, and what is merged agrees; layers with a weight for every position take whatever they get. */
    void keepRunning(Steps steps, long[] extents) {
        for (int map : formal.distinct()) {
            steps.keepPositive(extents[map], graph.units(map));
        }
        for (int map : divided) {
            // What must divide an extent divides the step's units as well: it holds for the whole class or not at all.
            if (!graph.extent(map).takes(source -> extents[source + 1])) {
                steps.exclude();
            }
        }
        for (int map : filled) {
            keepFilled(steps, extents, map);
        }
        for (Join join : joins) {
            steps.keepEqual(
                    extents[join.read()],
                    graph.units(join.read()),
                    join.gate() ? 1 : extents[join.map()],
                    join.gate() ? 0 : graph.units(join.map()));
        }
    }

    /** Padding that is filled from the map itself needs a map that is large enough. */
    private void keepFilled(Steps steps, long[] extents, int map) {
        Layer layer = graph.layer(map);
        Optional<Step.Window> window = layer.step(graph.axis()).window();
        if (window.isEmpty()) {
            return;
        }
        int read = layer.links().get(0).source() + 1;
        Step.Window padded = Reads.padded(graph, map, window.get(), extents[read]);
        long least = Filling.least(layer.borders(), Math.max(padded.begin(), padded.end()));
        steps.keepPositive(Math.subtractExact(extents[read], least) + 1, graph.units(read));
    }

    /** Each map that is resampled to another's extent is resampled by its integer ratio. */
    void keepUniform(Steps steps, long[] extents) {
        for (int map : resampled) {
            int read = read(map);
            if (graph.grows(map) && graph.grows(read)) {
                Rational ratio = graph.ratio(map, read);
                if (ratio.numerator() != 1 && ratio.denominator() != 1) {
                    steps.exclude();
                    return;
                }
                steps.keepEqual(
                        Math.multiplyExact(extents[map], ratio.denominator()),
                        Math.multiplyExact(graph.units(map), ratio.denominator()),
                        Math.multiplyExact(extents[read], ratio.numerator()),
                        Math.multiplyExact(graph.units(read), ratio.numerator()));
            }
        }
    }

    /** The target's extent times its jump is the input's extent. */
    void keepProportional(Steps steps, long[] extents) {
        int target = graph.target();
        if (graph.grows(target)
                && Math.multiplyExact(extents[target], graph.step())
                        != Math.multiplyExact(extents[0], graph.units(target))) {
            steps.exclude();
        }
    }

    /** No convolution or pool leaves out at its end what a longer input would let it read. */
    boolean isLossless(long[] extents) {
        for (Map.Entry<Integer, OutputExtent.Windowed> entry : windows.entrySet()) {
            OutputExtent.Windowed windowed = entry.getValue();
            long in = extents[windowed.map() + 1];
            if (!isLossless(windowed.window(), windowed.begin(in), in, extents[entry.getKey()])) {
                return false;
            }
        }
        return true;
    }

    /**
     * The first window that does not fit would start {@code rest} units before the input's end. Its taps, and those of the
     * windows after it, read nothing new there exactly if for each of them a later tap of an earlier window reads the same:
     * if the first tap without a later one a whole number of strides on lies beyond the end.
     */
    private static boolean isLossless(Step.Window window, long begin, long in, long out) {
        long rest = Math.addExact(in, begin) - Math.multiplyExact(out, window.stride());
        long distinct = Integers.cycle(window.stride(), window.rate());
        return rest <= (window.kernel() - Math.min(window.kernel(), distinct)) * window.rate();
    }
}
