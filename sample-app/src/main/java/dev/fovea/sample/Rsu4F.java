package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Residual;

/** {@link Rsu4} without pools: rates take their place. */
@Block
final class Rsu4F {
    @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
    Layer entry;

    @Dilated(kernel = 3, rate = 1, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down1;

    @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down2;

    @Dilated(kernel = 3, rate = 4, padding = 4, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down3;

    @Dilated(kernel = 3, rate = 8, padding = 8, out = WIDTH, norm = BATCH, activation = RELU)
    Layer bottom;

    @Concat(from = {"bottom", "down3"})
    Layer join3;

    @Dilated(kernel = 3, rate = 4, padding = 4, out = WIDTH, norm = BATCH, activation = RELU)
    Layer up3;

    @Concat(from = {"up3", "down2"})
    Layer join2;

    @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
    Layer up2;

    @Concat(from = {"up2", "down1"})
    Layer join1;

    @Dilated(kernel = 3, rate = 1, padding = 1, out = OUT, norm = BATCH, activation = RELU)
    Layer up1;

    @Residual(shortcut = "entry")
    Layer sum;
}
