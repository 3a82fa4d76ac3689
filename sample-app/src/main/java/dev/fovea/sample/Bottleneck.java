package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.RATE;
import static dev.fovea.Param.STRIDE;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Residual;

/**
 * The bottleneck of ResNet (He et al. 2016, figure 5) as torchvision builds it: the stride is in the 3×3 layer.
 *
 * <p>The 3×3 layer is a plain convolution unless a rate is stated where the block is used.
 */
@Block
final class Bottleneck {
    @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
    Layer reduce;

    @Dilated(
            kernel = 3,
            stride = STRIDE,
            rate = RATE,
            padding = RATE,
            out = WIDTH,
            bias = false,
            norm = BATCH,
            activation = RELU)
    Layer spatial;

    @Conv(kernel = 1, out = OUT, bias = false, norm = BATCH)
    Layer expand;

    @Residual(shortcut = INPUT, activation = RELU)
    Layer sum;
}
