package dev.fovea.djl;

import static dev.fovea.Activation.RELU;

import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.TransposedConv;

/** A U-Net of two levels, for big images. */
@Network(input = @Input(channels = 1))
class SmallUNet {
    @Conv(kernel = 3, padding = 1, out = 4, activation = RELU)
    Object fine;

    @Pool(kernel = 2)
    Object down;

    @Conv(kernel = 3, padding = 1, out = 8, activation = RELU)
    Object coarse;

    @TransposedConv(kernel = 2, stride = 2, out = 4)
    Object up;

    @Concat(from = {"fine", "up"})
    Object skip;

    @Conv(kernel = 3, padding = 1, out = 1)
    Object mask;
}
