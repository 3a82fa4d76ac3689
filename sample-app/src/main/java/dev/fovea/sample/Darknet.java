package dev.fovea.sample;

import static dev.fovea.Activation.LEAKY_RELU;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.STRIDE;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.Conv;

/** The 3×3 layer of the YOLO networks. */
@Block
final class Darknet {
    @Conv(kernel = 3, stride = STRIDE, padding = 1, out = OUT, bias = false, norm = BATCH, activation = LEAKY_RELU)
    Layer conv;

    /** Narrows to {@code WIDTH} channels in between: a 1×1 and a 3×3 layer. */
    @Block
    static final class Pair {
        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = LEAKY_RELU)
        Layer narrow;

        @Conv(kernel = 3, padding = 1, out = OUT, bias = false, norm = BATCH, activation = LEAKY_RELU)
        Layer widen;
    }
}
