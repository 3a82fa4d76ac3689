package dev.fovea.core.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A network of one axis that is executed in integers modulo a prime, by the definitions of its layers. */
record ExactNetwork(List<ExactLayer> layers) {
    /** The extents of all maps, 0 = the input; empty where the network does not run. */
    Optional<int[]> extents(int in) {
        int[] extents = new int[layers.size() + 1];
        extents[0] = in;
        for (int i = 0; i < layers.size(); i++) {
            ExactLayer layer = layers.get(i);
            extents[i + 1] = layer.extent(extents);
            boolean[] gate = gates(layer, extents);
            for (int index = 0; index < gate.length; index++) {
                extents[i + 1] =
                        gate[index] ? extents[i + 1] : extents[layer.from().get(index)];
            }
            boolean unpools = layer.kind().equals("Unpool");
            boolean attends = layer.kind().equals("Parts");
            boolean joins = layer.from().size() > 1 && !unpools && !attends;
            int out = extents[i + 1];
            if (extents[i + 1] < 1
                    || !layer.fills(extents[layer.from().get(0)])
                    || unpools && extents[layer.from().get(0)] != extents[layer.extra()]
                    || attends
                            && extents[layer.from().get(1)]
                                    != extents[layer.from().get(2)]
                    || joins
                            && IntStream.range(0, layer.from().size())
                                    .anyMatch(index -> extents[layer.from().get(index)] != out
                                            && (gate.length == 0 || !gate[index]))) {
                return Optional.empty();
            }
        }
        return Optional.of(extents);
    }

    /** Which inputs of a product are one unit for all: those that are a single one whatever the input's extent. */
    private boolean[] gates(ExactLayer layer, int[] extents) {
        boolean[] gate =
                new boolean[layer.kind().equals("Multiply") ? layer.from().size() : 0];
        for (int index = 0; index < gate.length; index++) {
            int map = layer.from().get(index);
            gate[index] = extents[map] == 1 && isFixed(map);
        }
        return gate;
    }

    /** True if a map's extent does not depend on the input's. */
    private boolean isFixed(int map) {
        if (map == 0) {
            return false;
        }
        ExactLayer layer = layers.get(map - 1);
        return switch (layer.kind()) {
            case "AdaptivePool", "GlobalPool", "Linear" -> true;
            case "To" -> isFixed(layer.extra());
            case "Multiply" -> layer.from().stream().allMatch(this::isFixed);
            default -> isFixed(layer.from().get(0));
        };
    }

    /** True if a layer with a weight for every position reads a map whose extent depends on the input's. */
    boolean needsDeclaredExtent() {
        return layers.stream()
                .anyMatch(layer -> isBound(layer) && !isFixed(layer.from().get(0)));
    }

    private static boolean isBound(ExactLayer layer) {
        return layer.kind().equals("Linear") || layer.kind().equals("TokenMixing");
    }

    /** The same network, whose layers with a weight for every position take what they get from an input of this extent, and nothing else. */
    ExactNetwork declaredFor(int in) {
        int[] extents = extents(in).orElseThrow();
        return new ExactNetwork(layers.stream()
                .map(layer -> isBound(layer) ? layer.with(extents[layer.from().get(0)]) : layer)
                .toList());
    }

    /** All maps of an input, which the network takes. */
    long[][] run(long[] input) {
        int[] extents = extents(input.length).orElseThrow();
        long[][] maps = new long[extents.length][];
        maps[0] = input;
        for (int i = 0; i < layers.size(); i++) {
            maps[i + 1] = new long[extents[i + 1]];
            for (int unit = 0; unit < extents[i + 1]; unit++) {
                maps[i + 1][unit] = value(layers.get(i), unit, maps, extents[i + 1]);
            }
        }
        return maps;
    }

    private static long value(ExactLayer layer, int unit, long[][] maps, int out) {
        boolean product = layer.kind().equals("Multiply");
        long value = product ? 1 : layer.bias();
        for (int index = 0; index < layer.from().size(); index++) {
            long[] read = maps[layer.from().get(index)];
            for (long[] tap : layer.reads(index, unit, read.length, out)) {
                int at = layer.filled(tap[0], read.length);
                boolean clamps = layer.kind().equals("Upsample") || layer.kind().equals("To");
                at = clamps ? (int) Math.max(0, Math.min(read.length - 1, tap[0])) : at;
                long one = at >= 0 ? read[at] * tap[1] % ExactLayer.PRIME : 0;
                value = (product ? value * one : value + one) % ExactLayer.PRIME;
            }
        }
        return value;
    }

    /** For every map, the sample with which each unit is computed: in order, as soon as all it reads is there. */
    int[][] ready(int in) {
        int[] extents = extents(in).orElseThrow();
        int[][] ready = new int[extents.length][];
        ready[0] = IntStream.range(0, in).toArray();
        for (int i = 0; i < layers.size(); i++) {
            ready[i + 1] = new int[extents[i + 1]];
            int latest = Integer.MIN_VALUE / 2;
            for (int unit = 0; unit < extents[i + 1]; unit++) {
                for (int index = 0; index < layers.get(i).from().size(); index++) {
                    int map = layers.get(i).from().get(index);
                    for (long[] tap : layers.get(i).reads(index, unit, extents[map], extents[i + 1])) {
                        if (tap[0] >= 0 && tap[0] < extents[map]) {
                            latest = Math.max(latest, ready[map][(int) tap[0]]);
                        }
                    }
                }
                ready[i + 1][unit] = latest;
            }
        }
        return ready;
    }

    /**
     * Units of a map that are kept after each sample: from the oldest that some unit computed later reads to the newest.
     *
     * @param computed the maps that are computed; of others only the extent is needed
     */
    int[] kept(int map, int in, int[][] ready, boolean[] computed) {
        int[] extents = extents(in).orElseThrow();
        int[] done = new int[extents[map]];
        Arrays.fill(done, -1);
        for (int i = 0; i < layers.size(); i++) {
            for (int index = 0; index < layers.get(i).from().size(); index++) {
                if (computed[i + 1] && layers.get(i).from().get(index) == map) {
                    for (int unit = 0; unit < extents[i + 1]; unit++) {
                        for (long[] tap : layers.get(i).reads(index, unit, extents[map], extents[i + 1])) {
                            if (tap[0] >= 0 && tap[0] < extents[map]) {
                                done[(int) tap[0]] = Math.max(done[(int) tap[0]], ready[i + 1][unit]);
                            }
                        }
                    }
                }
            }
        }
        int[] kept = new int[in];
        for (int sample = 0; sample < in; sample++) {
            int newest = -1;
            int oldest = -1;
            for (int unit = extents[map] - 1; unit >= 0; unit--) {
                if (ready[map][unit] <= sample) {
                    newest = Math.max(newest, unit);
                    oldest = done[unit] > sample ? unit : oldest;
                }
            }
            kept[sample] = oldest < 0 ? 0 : newest - oldest + 1;
        }
        return kept;
    }

    /** The pixels that change a unit of the last map, found by changing them. */
    static Set<Integer> influences(long[][] outputs, long[] plain, int unit) {
        Set<Integer> pixels = new HashSet<>();
        for (int pixel = 0; pixel < outputs.length; pixel++) {
            if (outputs[pixel][unit] != plain[unit]) {
                pixels.add(pixel);
            }
        }
        return pixels;
    }

    /** The last map with each pixel in turn changed. */
    long[][] changed(long[] input) {
        List<long[]> outputs = new ArrayList<>();
        for (int pixel = 0; pixel < input.length; pixel++) {
            long[] other = input.clone();
            other[pixel] = (other[pixel] + 12_345_678) % ExactLayer.PRIME;
            outputs.add(run(other)[layers.size()]);
        }
        return outputs.toArray(long[][]::new);
    }

    /** The layers that the last one depends on; the others become copies of the input, which always works. */
    ExactNetwork needed() {
        boolean[] needed = below(true);
        ExactLayer copy = new ExactLayer("Normalize", List.of(0), 1, 1, 1, 0, 0, 0, false, "", "ZEROS", false);
        return new ExactNetwork(IntStream.range(0, layers.size())
                .mapToObj(i -> needed[i + 1] ? layers.get(i) : copy)
                .toList());
    }

    /** Per map whether the last one depends on it by what is read of its values. */
    boolean[] read() {
        return below(false);
    }

    /** Per map whether the last one is above it; by the extents that are taken, too, if asked for. */
    private boolean[] below(boolean byExtents) {
        boolean[] below = new boolean[layers.size() + 1];
        below[layers.size()] = true;
        for (int map = layers.size(); map > 0; map--) {
            ExactLayer layer = layers.get(map - 1);
            if (below[map]) {
                layer.from().forEach(source -> below[source] = true);
                if (byExtents && (layer.kind().equals("To") || layer.kind().equals("Unpool"))) {
                    below[layer.extra()] = true;
                }
            }
        }
        return below;
    }
}
