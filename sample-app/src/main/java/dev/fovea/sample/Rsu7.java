package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.WIDTH;
import static dev.fovea.UpsampleMode.LINEAR;

import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Pool;
import dev.fovea.Residual;
import dev.fovea.Upsample;

/** A U of 7 levels in place of a layer (figure 2e), around which a shortcut leads. */
@Block
final class Rsu7 {
    @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
    Layer entry;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down1;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool1;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down2;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool2;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down3;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool3;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down4;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool4;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down5;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool5;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer down6;

    @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
    Layer bottom;

    @Concat(from = {"bottom", "down6"})
    Layer join6;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer up6;

    @Upsample(to = "down5", mode = LINEAR)
    Layer rise5;

    @Concat(from = {"rise5", "down5"})
    Layer join5;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer up5;

    @Upsample(to = "down4", mode = LINEAR)
    Layer rise4;

    @Concat(from = {"rise4", "down4"})
    Layer join4;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer up4;

    @Upsample(to = "down3", mode = LINEAR)
    Layer rise3;

    @Concat(from = {"rise3", "down3"})
    Layer join3;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer up3;

    @Upsample(to = "down2", mode = LINEAR)
    Layer rise2;

    @Concat(from = {"rise2", "down2"})
    Layer join2;

    @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
    Layer up2;

    @Upsample(to = "down1", mode = LINEAR)
    Layer rise1;

    @Concat(from = {"rise1", "down1"})
    Layer join1;

    @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
    Layer up1;

    @Residual(shortcut = "entry")
    Layer sum;
}
