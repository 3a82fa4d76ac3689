package dev.fovea.sample.djl;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Padding.SAME;

import dev.fovea.Accept;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;

/** Its twin with rates 2, 2, 2: as many weights, and three quarters of the pixels of its field are never read. */
@Network(input = @Input(channels = 1, size = Stripes.SIZE))
@Accept(value = "DilationCommonDivisor", reason = "shows what gridding costs, beside a twin without it")
final class Gridding {
    @Dilated(kernel = 3, rate = 2, padding = SAME, out = 16, bias = false, norm = BATCH, activation = RELU)
    Object near;

    @Dilated(kernel = 3, rate = 2, padding = SAME, out = 16, bias = false, norm = BATCH, activation = RELU)
    Object middle;

    @Dilated(kernel = 3, rate = 2, padding = SAME, out = 16, bias = false, norm = BATCH, activation = RELU)
    @Expect(size = 13)
    Object far;

    @Conv(kernel = 1, out = 1)
    Object vertical;
}
