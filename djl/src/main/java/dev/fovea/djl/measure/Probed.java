package dev.fovea.djl.measure;

import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/** One unit of a network that runs. */
interface Probed {
    /** Channels and extents of one image. */
    Shape image();

    /** The most images that are run at once. */
    int batch();

    /**
     * Runs a batch.
     *
     * @param images one after the other, channels first
     * @param count how many they are
     * @return per image, what the unit's channels hold
     */
    float[][] run(float[] images, int count);

    /**
     * The gradient of the unit, its channels weighed at random, with respect to one image.
     *
     * @return per number of the image; empty where the engine computes no gradients
     */
    Optional<float[]> gradient(float[] image, long seed);
}
