package dev.fovea.core.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.vectors.Declarations;
import dev.fovea.report.TargetAxis;
import dev.fovea.report.TilePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random networks of three axes that differ in their padding: along each they are fed as a network of that axis alone. */
@Tag("random")
final class VolumesAgainstExecutionTest {
    private static final Set<String> KINDS = Set.of(
            "Conv",
            "Dilated",
            "DeformableConv",
            "Pool",
            "TransposedConv",
            "Upsample",
            "Pad",
            "Crop",
            "Normalize",
            "Add");
    private static final int MOST_VOXELS = 2500;

    @Test
    void volumesAreTiledAlongEachAxis() {
        RandomExactNetworks networks = new RandomExactNetworks(15);
        Random random = new Random(16);
        int cut = 0;
        for (int i = 0; i < Seeds.times(800); i++) {
            ExactNetwork first = networks.next();
            if (first.layers().stream().allMatch(VolumesAgainstExecutionTest::isTaken)) {
                List<ExactNetwork> axes = List.of(first, turned(first, true, false), turned(first, true, true));
                cut += check(axes, random) ? 1 : 0;
            }
        }
        assertTrue(cut > 5, cut + " cut");
    }

    private static boolean isTaken(ExactLayer layer) {
        return KINDS.contains(layer.kind())
                && layer.borders().equals("ZEROS")
                && layer.padding().isEmpty();
    }

    /** The same layers with other numbers of units padded or cropped. */
    private static ExactNetwork turned(ExactNetwork exact, boolean swapped, boolean wider) {
        return new ExactNetwork(exact.layers().stream()
                .map(layer -> new ExactLayer(
                        layer.kind(),
                        layer.from(),
                        layer.kernel(),
                        layer.stride(),
                        layer.rate(),
                        (swapped ? layer.end() : layer.begin())
                                + (wider && layer.kind().equals("Pad") ? 1 : 0),
                        swapped ? layer.begin() : layer.end(),
                        layer.extra(),
                        layer.ceil(),
                        layer.padding(),
                        layer.borders(),
                        layer.linear()))
                .toList());
    }

    private static boolean check(List<ExactNetwork> axes, Random random) {
        Network volume = volume(axes);
        int last = volume.layers().size() - 1;
        List<TargetAxis> figures = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            Network alone = NetworkBuilder.build(RandomExactNetworks.declare(axes.get(axis), 0))
                    .network();
            figures.add(Targets.axes(volume, last).get(axis));
            assertEquals(Targets.of(alone, last, 0), figures.get(axis), axes + ", axis " + axis);
        }
        int[] whole = new int[axes.size()];
        int[] begins = new int[axes.size()];
        int[] ends = new int[axes.size()];
        int[] units = new int[axes.size()];
        for (int axis = 0; axis < axes.size(); axis++) {
            TilePlan plan = figures.get(axis).tiles();
            if (!plan.exact() || plan.alignedAfter().isEmpty()) {
                return false;
            }
            int step = (int) plan.step().getAsLong();
            begins[axis] = step;
            ends[axis] = (int) (2L * step
                    + plan.alignedBefore().getAsLong()
                    + plan.alignedAfter().getAsLong());
            units[axis] = (int) plan.units().getAsLong();
            ExactNetwork exact = axes.get(axis);
            whole[axis] = IntStream.range(ends[axis] + 1, ends[axis] + 2 + 2 * step)
                    .filter(n -> exact.extents(n).isPresent())
                    .findFirst()
                    .orElse(0);
            if (whole[axis] == 0 || exact.extents(ends[axis] - begins[axis]).isEmpty()) {
                return false;
            }
        }
        if (count(whole) > MOST_VOXELS) {
            return false;
        }
        long[] image = random.longs(count(whole), 1, ExactLayer.PRIME).toArray();
        int[] extents = IntStream.range(0, axes.size())
                .map(axis -> ends[axis] - begins[axis])
                .toArray();
        long[] cut = IntStream.range(0, count(extents))
                .mapToLong(place -> image[place(moved(place(place, extents), begins), whole)])
                .toArray();
        compare(
                axes,
                new Volume(whole, run(axes, whole, image)),
                new Volume(extents, run(axes, extents, cut)),
                figures,
                units);
        return true;
    }

    /** The last map, of an image of these extents. */
    private record Volume(int[] image, long[] values) {}

    private static void compare(
            List<ExactNetwork> axes, Volume whole, Volume tile, List<TargetAxis> figures, int[] units) {
        int[] all = outputs(axes, whole.image());
        int[] own = outputs(axes, tile.image());
        for (int phase = 0; phase < count(units); phase++) {
            int[] unit = place(phase, units);
            int[] inTile = new int[unit.length];
            int[] inWhole = new int[unit.length];
            for (int axis = 0; axis < unit.length; axis++) {
                TilePlan plan = figures.get(axis).tiles();
                int steps =
                        (int) (plan.alignedBefore().getAsLong() / plan.step().getAsLong());
                inTile[axis] = steps * units[axis] + unit[axis];
                inWhole[axis] = inTile[axis] + units[axis];
            }
            assertEquals(whole.values()[place(inWhole, all)], tile.values()[place(inTile, own)], axes.toString());
        }
    }

    private static int[] outputs(List<ExactNetwork> axes, int[] image) {
        return IntStream.range(0, axes.size())
                .map(axis -> axes.get(axis)
                        .extents(image[axis])
                        .orElseThrow()[axes.get(axis).layers().size()])
                .toArray();
    }

    private static Network volume(List<ExactNetwork> axes) {
        List<Declaration> layers = new ArrayList<>();
        List<Declaration> alone = RandomExactNetworks.declare(axes.get(0), 0).layers();
        for (int i = 0; i < alone.size(); i++) {
            Map<String, Object> values = new HashMap<>(alone.get(i).values());
            int index = i;
            if (values.containsKey("padding")) {
                values.put(
                        "padding",
                        IntStream.range(0, 2 * axes.size())
                                .mapToObj(entry -> {
                                    ExactLayer layer = axes.get(entry % axes.size())
                                            .layers()
                                            .get(index);
                                    return (long) (entry < axes.size() ? layer.begin() : layer.end());
                                })
                                .toList());
            }
            layers.add(Declarations.layer(alone.get(i).name(), alone.get(i).annotation(), values));
        }
        return NetworkBuilder.build(Declarations.model("Volume", axes.size(), 4, List.of(), layers))
                .network();
    }

    /** The last map of an image; the weight of a place is the product of its weights along the axes. */
    private static long[] run(List<ExactNetwork> axes, int[] image, long[] values) {
        List<long[]> maps = new ArrayList<>(List.of(values));
        List<int[]> extents = new ArrayList<>(List.of(image));
        List<int[]> perAxis = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            perAxis.add(axes.get(axis).extents(image[axis]).orElseThrow());
        }
        for (int i = 0; i < axes.get(0).layers().size(); i++) {
            int map = i + 1;
            int[] out = perAxis.stream().mapToInt(all -> all[map]).toArray();
            long[] result = new long[count(out)];
            for (int place = 0; place < result.length; place++) {
                result[place] = value(axes, i, place(place, out), maps, extents, out);
            }
            maps.add(result);
            extents.add(out);
        }
        return maps.get(maps.size() - 1);
    }

    private static long value(
            List<ExactNetwork> axes, int index, int[] unit, List<long[]> maps, List<int[]> extents, int[] out) {
        ExactLayer any = axes.get(0).layers().get(index);
        long sum = any.bias();
        for (int read = 0; read < any.from().size(); read++) {
            int map = any.from().get(read);
            int[] in = extents.get(map);
            List<long[][]> taps = new ArrayList<>();
            int[] counts = new int[axes.size()];
            for (int axis = 0; axis < counts.length; axis++) {
                taps.add(axes.get(axis).layers().get(index).reads(read, unit[axis], in[axis], out[axis]));
                counts[axis] = taps.get(axis).length;
            }
            for (int tap = 0; tap < count(counts); tap++) {
                int[] chosen = place(tap, counts);
                int[] at = new int[counts.length];
                long weight = 1;
                for (int axis = 0; axis < counts.length && weight > 0; axis++) {
                    long[] one = taps.get(axis)[chosen[axis]];
                    long position =
                            any.kind().equals("Upsample") ? Math.max(0, Math.min(in[axis] - 1, one[0])) : one[0];
                    weight = position < 0 || position >= in[axis] ? 0 : weight * one[1] % ExactLayer.PRIME;
                    at[axis] = (int) position;
                }
                sum = weight == 0 ? sum : (sum + weight * maps.get(map)[place(at, in)]) % ExactLayer.PRIME;
            }
        }
        return sum;
    }

    private static int count(int[] extents) {
        return IntStream.of(extents).reduce(1, Math::multiplyExact);
    }

    private static int place(int[] position, int[] extents) {
        int place = 0;
        for (int axis = 0; axis < extents.length; axis++) {
            place = place * extents[axis] + position[axis];
        }
        return place;
    }

    private static int[] place(int place, int[] extents) {
        int[] position = new int[extents.length];
        int rest = place;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            position[axis] = rest % extents[axis];
            rest /= extents[axis];
        }
        return position;
    }

    private static int[] moved(int[] position, int[] by) {
        return IntStream.range(0, by.length)
                .map(axis -> position[axis] + by[axis])
                .toArray();
    }
}
