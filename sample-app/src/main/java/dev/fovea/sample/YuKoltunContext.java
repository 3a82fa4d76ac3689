package dev.fovea.sample;

import static dev.fovea.Activation.RELU;

import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;

/**
 * The basic context module (Yu & Koltun 2016, table 1): rates that double see 67×67 positions with seven 3×3 layers. The
 * last 3×3 layer, of rate 1 again, is part of the published design.
 */
@Network(input = @Input(channels = 21, size = 64))
final class YuKoltunContext {
    @Dilated(kernel = 3, rate = 1, padding = 1, out = 21, activation = RELU)
    @Expect(size = 3)
    Layer layer1;

    @Dilated(kernel = 3, rate = 1, padding = 1, out = 21, activation = RELU)
    @Expect(size = 5)
    Layer layer2;

    @Dilated(kernel = 3, rate = 2, padding = 2, out = 21, activation = RELU)
    @Expect(size = 9)
    Layer layer3;

    @Dilated(kernel = 3, rate = 4, padding = 4, out = 21, activation = RELU)
    @Expect(size = 17)
    Layer layer4;

    @Dilated(kernel = 3, rate = 8, padding = 8, out = 21, activation = RELU)
    @Expect(size = 33)
    Layer layer5;

    @Dilated(kernel = 3, rate = 16, padding = 16, out = 21, activation = RELU)
    @Expect(size = 65)
    Layer layer6;

    @Dilated(kernel = 3, rate = 1, padding = 1, out = 21, activation = RELU)
    @Expect(size = 67)
    Layer layer7;

    @Conv(kernel = 1, out = 21)
    @Endpoint("context")
    @Expect(size = 67, extents = 64)
    Layer layer8;
}
