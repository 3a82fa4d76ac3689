package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.STRIDE;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Residual;

/** The bottleneck of ResNet (He et al. 2016, figure 5) as first published: the stride is in the first 1×1 layer. */
@Block
final class OriginalBottleneck {
    @Conv(kernel = 1, stride = STRIDE, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
    Layer reduce;

    @Conv(kernel = 3, padding = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
    Layer spatial;

    @Conv(kernel = 1, out = OUT, bias = false, norm = BATCH)
    Layer expand;

    @Residual(shortcut = INPUT, activation = RELU)
    Layer sum;
}
