package dev.fovea.sample;

import static dev.fovea.UpsampleMode.LINEAR;

import dev.fovea.Accept;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Upsample;
import dev.fovea.Use;

/**
 * DeepLab-v3 on ResNet-50 at output stride 16 (Chen et al. 2017) with its multi-grid of rates 2, 4, 8 as published: four
 * networks that share no position of the last stage's input. {@link DeepLabV3Repaired} is the same network without them.
 */
@Network(input = @Input(channels = 3, size = 513))
final class DeepLabV3 {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256)
    Layer layer1;

    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    Layer layer2;

    @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2)
    @Expect(size = 267, jump = "16", extents = 33)
    Layer layer3;

    @Accept(
            value = "DilationCommonDivisor",
            reason =
                    "published rates; the 3x3 layer below reads the positions between, and the weights were trained so")
    @Use(
            block = Bottleneck.class,
            repeat = 3,
            width = 512,
            out = 2048,
            rate = {2, 4, 8})
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
