package dev.fovea.core.tiles;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the target's units of one step, 0 to units − 1, depend on: of every map the first and the last unit of each phase.
 *
 * <p>A tile is exact where all these units exist in it, and none of them reads beyond its borders. Phases are kept
 * rather than bounds, since after a dilated transposed convolution a smaller unit may read a larger one.
 */
final class Context {
    private static final long NONE = Long.MIN_VALUE;

    private final AxisGraph graph;
    private final List<List<Reads>> reads;

    /** Per map, the first and the last unit that is needed; {@link #NONE} where none is. */
    private final long[] first;

    private final long[] last;

    /** The last unit that is needed of any map with the extent of this one, and the maps that stand for others in this. */
    private final long[] furthest;

    private final List<Integer> distinct = new ArrayList<>();

    /** Windows whose padding depends on the extent. */
    private final List<OutputExtent.Windowed> same = new ArrayList<>();

    private Context(AxisGraph graph, List<List<Reads>> reads) {
        this.graph = graph;
        this.reads = reads;
        this.first = new long[graph.target() + 1];
        this.last = new long[graph.target() + 1];
        this.furthest = new long[graph.target() + 1];
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    static Context of(AxisGraph graph, FormalExtents formal, List<List<Reads>> reads) {
        Context context = new Context(graph, reads);
        context.follow();
        context.gather(formal);
        return context;
    }

    /** Of maps with the same extent the one that is needed furthest decides. */
    private void gather(FormalExtents formal) {
        Arrays.fill(furthest, NONE);
        for (int map = 0; map <= graph.target(); map++) {
            if (last[map] == NONE) {
                continue;
            }
            int standing = formal.standing(map);
            furthest[standing] = Math.max(furthest[standing], last[map]);
            Optional<OutputExtent.Windowed> windowed =
                    map > 0 ? graph.extent(map).windowed() : Optional.empty();
            if (windowed.isPresent()
                    && windowed.get().fit() == OutputExtent.Fit.SAME
                    && windowed.get().window().stride() > 1) {
                same.add(windowed.get());
            }
        }
        for (int map : formal.distinct()) {
            if (furthest[map] != NONE) {
                distinct.add(map);
            }
        }
    }

    private void follow() {
        long[][] least = new long[graph.target() + 1][];
        long[][] most = new long[graph.target() + 1][];
        int units = Math.toIntExact(graph.units(graph.target()));
        least[graph.target()] = new long[units];
        for (int unit = 0; unit < units; unit++) {
            least[graph.target()][unit] = unit;
        }
        most[graph.target()] = least[graph.target()].clone();
        for (int map = graph.target(); map >= 0; map--) {
            if (least[map] == null) {
                continue;
            }
            bound(map, least[map], most[map]);
            for (Reads read : reads.get(map)) {
                int source = read.source();
                if (least[source] == null) {
                    int length = Math.toIntExact(graph.units(source));
                    least[source] = new long[length];
                    most[source] = new long[length];
                    Arrays.fill(least[source], NONE);
                    Arrays.fill(most[source], NONE);
                }
                follow(read, least[map], least[source], false);
                follow(read, most[map], most[source], true);
            }
            least[map] = null;
            most[map] = null;
        }
    }

    private void bound(int map, long[] least, long[] most) {
        for (int phase = 0; phase < least.length; phase++) {
            if (least[phase] != NONE) {
                first[map] = first[map] == NONE ? least[phase] : Math.min(first[map], least[phase]);
                last[map] = last[map] == NONE ? most[phase] : Math.max(last[map], most[phase]);
            }
        }
    }

    /** Taps a whole number of steps apart read the same phase: only the outermost count. */
    private static void follow(Reads read, long[] units, long[] source, boolean largest) {
        for (long unit : units) {
            if (unit == NONE) {
                continue;
            }
            Units taken = read.step().reads(unit);
            long cycle = Integers.cycle(source.length, taken.distance());
            long taps = Math.min(taken.count(), cycle);
            for (long tap = 0; tap < taps; tap++) {
                long place = taken.first() + (largest ? taken.count() - 1 - tap : tap) * taken.distance();
                int phase = Math.floorMod(place, source.length);
                if (source[phase] == NONE || (largest ? place > source[phase] : place < source[phase])) {
                    source[phase] = place;
                }
            }
        }
    }

    /** True if nothing of the input is read. */
    boolean isEmpty() {
        return first[0] == NONE;
    }

    /** Pixels read before the step. */
    long before() {
        return -first[0];
    }

    /** Pixels read after the step. */
    long after() {
        return last[0] + 1 - graph.step();
    }

    /** The least multiple of the step by which a tile must begin earlier. */
    long alignedBefore() {
        long steps = 0;
        for (int map = 0; map <= graph.target(); map++) {
            if (first[map] != NONE) {
                steps = Math.max(steps, -Math.floorDiv(first[map], graph.units(map)));
            }
        }
        return Math.multiplyExact(steps, graph.step());
    }

    /**
     * The least number of pixels, of a class of extents, by which a tile must end later.
     *
     * @param residue of the class, modulo the step
     * @param extents of the maps where the input's is {@code residue}
     */
    long alignedAfter(long residue, long[] extents) {
        long steps = Integers.ceilDiv(after() - residue, graph.step());
        for (int map : distinct) {
            long missing = furthest[map] + 1 - extents[map];
            steps = Math.max(steps, Integers.ceilDiv(missing, graph.units(map)) - 1);
        }
        return residue + Math.multiplyExact(steps, graph.step());
    }

    /** True if {@code Padding.SAME} pads before the maps as it does for other extents. */
    boolean padsAlike(long[] extents, long[] others) {
        for (OutputExtent.Windowed windowed : same) {
            int source = windowed.map() + 1;
            if (windowed.begin(extents[source]) != windowed.begin(others[source])) {
                return false;
            }
        }
        return true;
    }
}
