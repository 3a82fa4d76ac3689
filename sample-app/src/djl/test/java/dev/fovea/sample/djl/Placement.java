package dev.fovea.sample.djl;

import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A period of units whose fields lie in the image, so that no border cuts them.
 *
 * @param families per axis, what the units see
 * @param first per axis, the first of the units
 * @param extents the image's; strides fall as they do on the declared ones
 */
record Placement(List<PeriodicField> families, long[] first, long[] extents) {
    /** Of how many of the network's steps a slab is wide. */
    private static final long THIN = 1;

    static Placement of(ZooSupports supports, NetworkReport report, LayerReport layer) {
        int axes = report.axes();
        List<PeriodicField> families = IntStream.range(0, axes)
                .mapToObj(axis ->
                        supports.family(report.model(), layer.name(), axis).orElseThrow())
                .toList();
        long[] first = families.stream().mapToLong(Placement::first).toArray();
        long[] extents = new long[axes];
        for (int axis = 0; axis < axes; axis++) {
            long needed = seen(families.get(axis), first[axis])
                    .mapToLong(set -> set.max() + 1)
                    .max()
                    .orElseThrow();
            long declared = report.input().size().get(axis).orElse(needed);
            extents[axis] = needed + Math.floorMod(declared - needed, granularity(supports, report, axis));
        }
        return new Placement(families, first, extents);
    }

    /**
     * In a slab that holds all of the field along one axis, and is so thin along the others that a layer fits whose field has
     * too many pixels for one image: there the units are in the middle, and borders cut what they see.
     */
    static Placement along(ZooSupports supports, NetworkReport report, LayerReport layer, int axis) {
        Placement whole = of(supports, report, layer);
        long[] first = whole.first.clone();
        long[] extents = whole.extents.clone();
        for (int other = 0; other < extents.length; other++) {
            if (other != axis) {
                PeriodicField family = whole.families.get(other);
                long granularity = granularity(supports, report, other);
                extents[other] = THIN * granularity + Math.floorMod(extents[other], granularity);
                first[other] = extents[other] / family.shift() / 2 * family.period();
            }
        }
        return new Placement(whole.families, first, extents);
    }

    private static long first(PeriodicField family) {
        return Stream.iterate(0L, unit -> unit + family.period())
                .filter(unit -> seen(family, unit).allMatch(set -> set.min() >= 0))
                .findFirst()
                .orElseThrow();
    }

    /** What the units of a period see; some may see nothing. */
    private static Stream<PositionSet> seen(PeriodicField family, long first) {
        return LongStream.range(first, first + family.period())
                .mapToObj(family::at)
                .filter(set -> !set.isEmpty());
    }

    /** Pixels after which all layers' units repeat: in the zoo, the most that one layer's take. */
    private static long granularity(ZooSupports supports, NetworkReport report, int axis) {
        return report.layers().stream()
                .flatMap(layer -> supports.family(report.model(), layer.name(), axis).stream())
                .mapToLong(PeriodicField::shift)
                .max()
                .orElseThrow();
    }

    /** The longest period of an axis. */
    int period() {
        return families.stream().mapToInt(PeriodicField::period).max().orElseThrow();
    }

    /** The unit of a phase, along all axes. */
    List<Long> unit(int phase) {
        return IntStream.range(0, first.length)
                .mapToObj(axis -> first[axis] + phase(axis, phase))
                .toList();
    }

    /** The phase along an axis, whose period may be shorter. */
    int phase(int axis, int phase) {
        return phase % families.get(axis).period();
    }

    /** Pixels from what the unit of a phase sees in the map's first period to what it sees here. */
    long moved(int axis) {
        PeriodicField family = families.get(axis);
        return first[axis] / family.period() * family.shift();
    }

    /** Number of pixels. */
    long pixels() {
        return LongStream.of(extents).reduce(1, Math::multiplyExact);
    }
}
