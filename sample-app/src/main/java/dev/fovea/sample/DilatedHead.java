package dev.fovea.sample;

import static dev.fovea.Activation.RELU;

import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Norm;
import dev.fovea.Padding;

/**
 * A segmentation head whose rates 1, 2, 5 leave no position of its field unread (Wang et al. 2018, section 3.2).
 *
 * <p>It reads feature maps of any size, so its report states no extents: what is unknown is absent, never guessed.
 */
@Network(input = @Input(channels = 512))
final class DilatedHead {
    @Conv(kernel = 1, out = 128, bias = false, norm = Norm.BATCH, activation = RELU)
    Layer reduce;

    @Dilated(
            kernel = 3,
            rate = 1,
            padding = Padding.SAME,
            out = 128,
            bias = false,
            norm = Norm.BATCH,
            activation = RELU)
    Layer near;

    @Dilated(
            kernel = 3,
            rate = 2,
            padding = Padding.SAME,
            out = 128,
            bias = false,
            norm = Norm.BATCH,
            activation = RELU)
    Layer middle;

    @Dilated(
            kernel = 3,
            rate = 5,
            padding = Padding.SAME,
            out = 128,
            bias = false,
            norm = Norm.BATCH,
            activation = RELU)
    @Expect(size = 17, jump = "1", start = "-8")
    Layer far;

    @Conv(kernel = 1, out = 19)
    @Endpoint("classes")
    @Expect(size = 17, channels = 19)
    Layer classify;
}
