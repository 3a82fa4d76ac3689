package dev.fovea.sample;

import static dev.fovea.Activation.TANH;

import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.PixelShuffle;

/**
 * ESPCN (Shi et al. 2016, section 3.1: 5-64, 3-32, 3-9): an image is enlarged three times, by convolutions on its small form
 * and one shuffle. Each pixel of the result sees 9×9 of the small image.
 */
@Network(input = @Input(channels = 1, size = 64))
@Expect(parameters = 5 * 5 * 64 + 64 + 64 * 9 * 32 + 32 + 32 * 9 * 9 + 9)
final class Espcn {
    @Conv(kernel = 5, padding = 2, out = 64, activation = TANH)
    Layer features;

    @Conv(kernel = 3, padding = 1, out = 32, activation = TANH)
    Layer mapping;

    @Conv(kernel = 3, padding = 1, out = 9)
    @Expect(size = 9)
    Layer pixels;

    @PixelShuffle(factor = 3)
    @Endpoint("large")
    @Expect(size = 9, jump = "1/3", extents = 192, channels = 1, before = 4, after = 4)
    Layer large;
}
