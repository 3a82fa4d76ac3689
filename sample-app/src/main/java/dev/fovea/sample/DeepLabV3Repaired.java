package dev.fovea.sample;

import static dev.fovea.UpsampleMode.LINEAR;

import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Upsample;
import dev.fovea.Use;

/**
 * {@link DeepLabV3} with the rates that the linter proposes for its last stage: the same field, no common divisor, and with
 * the 3×3 layer below no position unread.
 */
@Network(input = @Input(channels = 3, size = 513))
final class DeepLabV3Repaired {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256)
    Layer layer1;

    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    Layer layer2;

    @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2)
    Layer layer3;

    @Use(
            block = Bottleneck.class,
            repeat = 3,
            width = 512,
            out = 2048,
            rate = {2, 3, 9})
    @Expect(size = 715, jump = "16", extents = 33)
    Layer layer4;

    @Use(block = Aspp.class)
    @Endpoint("context")
    @Expect(extents = 33, channels = 256)
    Layer aspp;

    @Conv(kernel = 1, out = 21)
    Layer classes;

    @Upsample(size = 513, mode = LINEAR)
    Layer full;
}
