package dev.fovea.sample.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;

/**
 * Synthetic images of fine patterns: each is cut into a few patches, and each patch is filled with horizontal or vertical
 * stripes, of a period of 2 to {@value #LONGEST} pixels, of any phase and contrast, under noise. The task is to tell, for
 * each pixel, which way the stripes run.
 */
final class Stripes {
    /** Extent of an image. */
    static final int SIZE = 64;

    /** Longest period. */
    static final int LONGEST = 4;

    private static final int PATCHES = 5;
    private static final float NOISE = 0.3f;

    private final float[] pixels;
    private final float[] vertical;
    private final int[] period;
    private final int count;

    private Stripes(int count) {
        this.count = count;
        pixels = new float[count * SIZE * SIZE];
        vertical = new float[pixels.length];
        period = new int[pixels.length];
    }

    /** Draws images. */
    static Stripes draw(int count, Random random) {
        Stripes stripes = new Stripes(count);
        for (int image = 0; image < count; image++) {
            stripes.fill(image, random);
        }
        return stripes;
    }

    private void fill(int image, Random random) {
        int[] centreY = random.ints(PATCHES, 0, SIZE).toArray();
        int[] centreX = random.ints(PATCHES, 0, SIZE).toArray();
        int[] periods = random.ints(PATCHES, 2, LONGEST + 1).toArray();
        int[] phases = random.ints(PATCHES, 0, 12).toArray();
        double[] contrasts = random.doubles(PATCHES, 0.6, 1.2).toArray();
        boolean[] upright = new boolean[PATCHES];
        for (int patch = 0; patch < PATCHES; patch++) {
            upright[patch] = random.nextBoolean();
        }
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int nearest = 0;
                for (int patch = 1; patch < PATCHES; patch++) {
                    nearest = distance(y - centreY[patch], x - centreX[patch])
                                    < distance(y - centreY[nearest], x - centreX[nearest])
                            ? patch
                            : nearest;
                }
                int place = (image * SIZE + y) * SIZE + x;
                int across = (upright[nearest] ? x : y) + phases[nearest];
                boolean light = across % periods[nearest] < periods[nearest] / 2;
                pixels[place] = (float) ((light ? 1 : -1) * contrasts[nearest] + NOISE * random.nextGaussian());
                vertical[place] = upright[nearest] ? 1 : 0;
                period[place] = periods[nearest];
            }
        }
    }

    private static int distance(int y, int x) {
        return y * y + x * x;
    }

    /** The images: count × 1 × size × size. */
    NDArray images(NDManager manager) {
        return manager.create(pixels, new Shape(count, 1, SIZE, SIZE));
    }

    /** 1 where stripes are vertical, else 0: count × 1 × size × size. */
    NDArray labels(NDManager manager) {
        return manager.create(vertical, new Shape(count, 1, SIZE, SIZE));
    }

    /** Value of a pixel, by its place in {@link #images}. */
    float pixel(int place) {
        return pixels[place];
    }

    boolean isVertical(int place) {
        return vertical[place] > 0;
    }

    /** Period of the stripes that a pixel lies in. */
    int period(int place) {
        return period[place];
    }

    /** Number of pixels in all images. */
    int places() {
        return pixels.length;
    }
}
