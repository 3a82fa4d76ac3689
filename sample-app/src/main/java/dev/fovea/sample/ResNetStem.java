package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Norm.BATCH;

import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Pool;

/** What every ResNet begins with: two strides before the first residual block. */
@Block
final class ResNetStem {
    @Conv(kernel = 7, stride = 2, padding = 3, out = 64, bias = false, norm = BATCH, activation = RELU)
    Layer conv1;

    @Pool(kernel = 3, stride = 2, padding = 1)
    Layer pool1;
}
