package dev.fovea.core.tiles;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Gridded;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A target and all that it depends on, along one axis.
 *
 * <p>Maps are numbered from 0, the input; layer i's map is number i + 1.
 */
final class AxisGraph {
    /** Longest step that is followed. */
    private static final long MAX_STEP = 1 << 16;

    /** Most units of a step, all maps together, times what each reads, that are followed. */
    private static final long MAX_WORK = 1 << 26;

    private final Network network;
    private final int axis;
    private final int target;
    private final boolean[] needed;
    private final List<Integer> maps = new ArrayList<>();
    private final boolean[] resamples;
    private final Rational[] density;
    private final long step;
    private final long[] units;

    private AxisGraph(Network network, int target, int axis, boolean whole) {
        this.network = network;
        this.axis = axis;
        this.target = target + 1;
        this.needed = needed(whole);
        this.resamples = new boolean[this.target + 1];
        for (int map = 1; map <= this.target; map++) {
            if (needed[map]) {
                maps.add(map);
                resamples[map] = findResampling(map);
            }
        }
        this.density = densities();
        this.step = leastStep();
        this.units = new long[target + 2];
        for (int map = 0; map < units.length; map++) {
            units[map] = needed[map] ? density[map].times(Rational.of(step)).longValueExact() : 0;
        }
    }

    /**
     * The graph of a target.
     *
     * @throws ArithmeticException if its step exceeds what can be represented
     */
    static AxisGraph of(Network network, int target, int axis) {
        return new AxisGraph(network, target, axis, false);
    }

    /**
     * All layers of a network.
     *
     * @throws ArithmeticException if its step exceeds what can be represented
     */
    static AxisGraph of(Network network, int axis) {
        return new AxisGraph(network, network.layers().size() - 1, axis, true);
    }

    private boolean[] needed(boolean whole) {
        boolean[] result = new boolean[target + 1];
        Arrays.fill(result, whole);
        result[target] = true;
        for (int map = target; map > 0; map--) {
            if (result[map]) {
                for (Link link : layer(map).links()) {
                    result[link.source() + 1] = true;
                }
                OptionalInt copied = extent(map).copied();
                if (copied.isPresent()) {
                    result[copied.getAsInt() + 1] = true;
                }
                OptionalInt undone = extent(map).undone();
                if (undone.isPresent()) {
                    result[undone.getAsInt() + 1] = true;
                }
            }
        }
        return result;
    }

    /** Units per input pixel, as the formal extents grow; 0 where an extent does not depend on the input's. */
    private Rational[] densities() {
        Rational[] result = new Rational[target + 1];
        result[0] = Rational.ONE;
        for (int map : maps()) {
            result[map] = extent(map).density(source -> result[source + 1]);
        }
        return result;
    }

    /** The least number of pixels that is a whole number of units, and of periods of steps, on every map. */
    private long leastStep() {
        long multiple = 1;
        for (int map : maps()) {
            if (density[map].equals(Rational.ZERO)) {
                continue;
            }
            multiple = Integers.lcm(multiple, jump(map).numerator());
            if (extent(map) instanceof Gridded grid) {
                multiple = Integers.lcm(
                        multiple, jump(map).times(Rational.of(grid.cells())).numerator());
            }
            for (Link link : layer(map).links()) {
                Optional<Step.Local> local = link.steps().get(axis).local();
                // Units that differ without a period have none to count: no tile is exact, but extents repeat all the
                // same.
                if (local.isPresent() && local.get().isUniform() && !resamples(map)) {
                    Rational period = jump(map).times(Rational.of(local.get().period()));
                    multiple = Integers.lcm(multiple, period.numerator());
                }
            }
        }
        return multiple;
    }

    int axis() {
        return axis;
    }

    /** The number of the target's map. */
    int target() {
        return target;
    }

    /** Input pixels per step. */
    long step() {
        return step;
    }

    /** True if the step, or what its units read, is too much to be followed. */
    boolean isTooLarge() {
        long work = 0;
        for (int map : maps()) {
            long most = 0;
            for (Link link : layer(map).links()) {
                long taps = taps(link);
                most += Math.min(taps, 2 * units[link.source() + 1]) + 1;
            }
            work += Math.min(MAX_WORK, Math.max(step, units[map])) * Math.min(MAX_WORK, most);
            if (step > MAX_STEP || work > MAX_WORK) {
                return true;
            }
        }
        return step > MAX_STEP;
    }

    private long taps(Link link) {
        Optional<Step.Window> window = link.steps().get(axis).window();
        return window.isPresent() ? window.get().kernel() : 1;
    }

    /** Whether the target depends on a map, even if only on its extent. */
    boolean needs(int map) {
        return needed[map];
    }

    /** The maps of layers that the target depends on, in order. */
    List<Integer> maps() {
        return maps;
    }

    Layer layer(int map) {
        return network.layers().get(map - 1);
    }

    OutputExtent extent(int map) {
        return layer(map).outputExtents().get(axis);
    }

    /** True if a map is resampled to the extent of one that it does not read. */
    boolean resamples(int map) {
        return resamples[map];
    }

    private boolean findResampling(int map) {
        OptionalInt copied = extent(map).copied();
        return copied.isPresent() && layer(map).links().stream().noneMatch(link -> link.source() == copied.getAsInt());
    }

    /** True if several maps are joined unit by unit. */
    boolean joins(int map) {
        return layer(map).links().size() > 1
                && !resamples(map)
                && extent(map).undone().isEmpty();
    }

    /** True if a map's extent depends on the input's. */
    boolean grows(int map) {
        return !density[map].equals(Rational.ZERO);
    }

    /** Input pixels between neighbouring units of a map that grows. */
    Rational jump(int map) {
        return Rational.ONE.dividedBy(density[map]);
    }

    /** Units of a map per step; 0 where its extent does not depend on the input's. */
    long units(int map) {
        return units[map];
    }

    /** How many units of one map there are to one of another, both of which grow. */
    Rational ratio(int map, int source) {
        return density[map].dividedBy(density[source]);
    }

    /** The declared extent of a map, where it is known. */
    OptionalLong declared(int map) {
        return network.shape(map - 1).extents().get(axis).known();
    }
}
