package dev.fovea.djl.measure;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Whether a unit changes when sets of pixels do. */
final class Probes {
    /** Small, and so large that no maximum passes them over. */
    private static final float[] SCALES = {1, 30, 1000, 10_000};

    private final Probed network;
    private final float[] base;
    private final int channels;
    private final int pixels;
    private final Map<Integer, float[][]> unchanged = new HashMap<>();
    private int runs;

    Probes(Probed network, long seed) {
        this.network = network;
        Shape image = network.image();
        channels = Math.toIntExact(image.get(0));
        pixels = Math.toIntExact(image.slice(1).size());
        base = random(new Random(seed), 1);
    }

    /** Number of pixels of an image. */
    int pixels() {
        return pixels;
    }

    /** Number of images that were run. */
    int runs() {
        return runs;
    }

    /** Whether the unit is a number at all. */
    boolean isFinite() {
        for (float value : unchanged(1)[0]) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    float[] random(Random random, float scale) {
        float[] image = new float[channels * pixels];
        for (int i = 0; i < image.length; i++) {
            image[i] = scale * (float) random.nextGaussian();
        }
        return image;
    }

    /** Per set, whether a NaN at all of its pixels reaches the unit. */
    boolean[] nans(List<BitSet> sets) {
        float[] nan = new float[base.length];
        Arrays.fill(nan, Float.NaN);
        return test(sets, nan, true);
    }

    /**
     * Per set, whether the unit changes when all of its pixels get other numbers: several times, small and large, and each
     * of either sign, for a maximum passes one over.
     */
    boolean[] numbers(List<BitSet> sets, long seed) {
        boolean[] hits = new boolean[sets.size()];
        Random random = new Random(seed);
        for (float scale : SCALES) {
            float[] numbers = random(random, scale);
            change(sets, numbers, hits);
            for (int place = 0; place < numbers.length; place++) {
                numbers[place] = -numbers[place];
            }
            change(sets, numbers, hits);
        }
        return hits;
    }

    private void change(List<BitSet> sets, float[] numbers, boolean[] hits) {
        List<Integer> open = IntStream.range(0, hits.length)
                .filter(set -> !hits[set])
                .boxed()
                .toList();
        boolean[] more = test(open.stream().map(sets::get).toList(), numbers, false);
        for (int i = 0; i < more.length; i++) {
            hits[open.get(i)] = more[i];
        }
    }

    private boolean[] test(List<BitSet> sets, float[] other, boolean nan) {
        boolean[] hits = new boolean[sets.size()];
        for (int first = 0; first < sets.size(); first += network.batch()) {
            int count = Math.min(network.batch(), sets.size() - first);
            List<float[]> images = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                images.add(changed(sets.get(first + i), other));
            }
            int places = count == 1 ? 1 : network.batch();
            float[][] unchanged = unchanged(places);
            float[][] units = run(images, places);
            for (int i = 0; i < count; i++) {
                hits[first + i] = differs(units[i], unchanged[i], nan);
            }
        }
        return hits;
    }

    private static boolean differs(float[] unit, float[] unchanged, boolean nan) {
        for (int channel = 0; channel < unit.length; channel++) {
            if (nan ? Float.isNaN(unit[channel]) : unit[channel] != unchanged[channel]) {
                return true;
            }
        }
        return false;
    }

    private float[] changed(BitSet set, float[] other) {
        float[] image = base.clone();
        for (int channel = 0; channel < channels; channel++) {
            int offset = channel * pixels;
            set.stream().forEach(pixel -> image[offset + pixel] = other[offset + pixel]);
        }
        return image;
    }

    /** The unit of the image as it is, at each place of a batch: rounding may depend on the place. */
    private float[][] unchanged(int places) {
        return unchanged.computeIfAbsent(places, count -> run(List.of(), count));
    }

    /** Runs a whole batch; places without an image hold the unchanged one. */
    private float[][] run(List<float[]> images, int places) {
        float[] batch = new float[places * base.length];
        for (int i = 0; i < places; i++) {
            System.arraycopy(i < images.size() ? images.get(i) : base, 0, batch, i * base.length, base.length);
        }
        runs += places;
        return network.run(batch, places);
    }
}
