package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.UpsampleMode.LINEAR;

import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.GlobalPool;
import dev.fovea.Upsample;

/**
 * Atrous spatial pyramid pooling (Chen et al. 2017, figure 5) at output stride 16. The branches lie side by side, so each
 * is a stack of its own: that 6, 12 and 18 share a divisor harms nothing.
 */
@Block
final class Aspp {
    @Conv(kernel = 1, out = 256, bias = false, norm = BATCH, activation = RELU)
    Layer point;

    @Dilated(kernel = 3, rate = 6, padding = 6, out = 256, bias = false, norm = BATCH, activation = RELU, from = INPUT)
    Layer rate6;

    @Dilated(
            kernel = 3,
            rate = 12,
            padding = 12,
            out = 256,
            bias = false,
            norm = BATCH,
            activation = RELU,
            from = INPUT)
    Layer rate12;

    @Dilated(
            kernel = 3,
            rate = 18,
            padding = 18,
            out = 256,
            bias = false,
            norm = BATCH,
            activation = RELU,
            from = INPUT)
    Layer rate18;

    @GlobalPool(from = INPUT)
    Layer pool;

    @Conv(kernel = 1, out = 256, bias = false, norm = BATCH, activation = RELU)
    Layer image;

    @Upsample(to = "point", mode = LINEAR)
    Layer spread;

    @Concat(from = {"point", "rate6", "rate12", "rate18", "spread"})
    Layer all;

    @Conv(kernel = 1, out = 256, bias = false, norm = BATCH, activation = RELU)
    Layer project;
}
