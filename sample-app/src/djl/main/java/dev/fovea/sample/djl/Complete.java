package dev.fovea.sample.djl;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Padding.SAME;

import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;

/** A small segmentation network with rates 1, 2, 5: every pixel of its field is read. */
@Network(input = @Input(channels = 1, size = Stripes.SIZE))
final class Complete {
    @Dilated(kernel = 3, rate = 1, padding = SAME, out = 16, bias = false, norm = BATCH, activation = RELU)
    Object near;

    @Dilated(kernel = 3, rate = 2, padding = SAME, out = 16, bias = false, norm = BATCH, activation = RELU)
    Object middle;

    @Dilated(kernel = 3, rate = 5, padding = SAME, out = 16, bias = false, norm = BATCH, activation = RELU)
    @Expect(size = 17)
    Object far;

    @Conv(kernel = 1, out = 1)
    Object vertical;
}
