package dev.fovea.sample;

import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.PixelShuffle;
import dev.fovea.Use;

/**
 * ResNet-101 with hybrid dilated convolution and dense upsampling (Wang et al. 2018, section 3.2): within each group
 * of four blocks the rates 1, 2, 5, 9 rise without a common divisor, and the last stage goes on with 5, 9, 17.
 *
 * <p>The parameters of the backbone are those of ResNet-101; its fields are computed.
 */
@Network(input = @Input(channels = 3, size = 800))
final class DucHdc {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256)
    Layer res2;

    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    Layer res3;

    @Use(
            block = Bottleneck.class,
            repeat = 23,
            width = 256,
            out = 1024,
            rate = {1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5, 9, 1, 2, 5})
    Layer res4;

    @Use(
            block = Bottleneck.class,
            repeat = 3,
            width = 512,
            out = 2048,
            rate = {5, 9, 17})
    @Endpoint("features")
    @Expect(size = 2075, jump = "8", extents = 100)
    Layer res5;

    /** 19 classes for each pixel of an 8×8 tile. */
    @Conv(kernel = 1, out = 1216)
    Layer tiles;

    @PixelShuffle(factor = 8)
    @Endpoint("classes")
    @Expect(jump = "1", extents = 800, channels = 19)
    Layer classes;
}
