package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.UpsampleMode.LINEAR;

import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Upsample;
import dev.fovea.Use;

/**
 * DeepLab-v3 on ResNet-50 as torchvision builds it, at output stride 8: each stage's first block keeps the rate of the stage
 * before, so the rates 1, 2, 2, 2, 2, 2, 2, 4, 4 share no divisor.
 */
@Network(input = @Input(channels = 3, size = 520))
final class DeepLabV3Torchvision {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256)
    Layer layer1;

    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    @Expect(size = 91, jump = "8", extents = 65)
    Layer layer2;

    @Use(
            block = Bottleneck.class,
            repeat = 6,
            width = 256,
            out = 1024,
            rate = {1, 2, 2, 2, 2, 2})
    Layer layer3;

    @Conv(kernel = 3, padding = 1, out = 256, bias = false, norm = BATCH, activation = RELU)
    Layer auxiliary;

    @Conv(kernel = 1, out = 21)
    @Endpoint("aux")
    Layer auxiliaryClasses;

    @Use(
            block = Bottleneck.class,
            repeat = 3,
            width = 512,
            out = 2048,
            rate = {2, 4, 4},
            from = "layer3")
    @Expect(size = 427, jump = "8", extents = 65)
    Layer layer4;

    @Conv(kernel = 1, out = 256, bias = false, norm = BATCH, activation = RELU, from = "layer4")
    Layer point;

    @Dilated(
            kernel = 3,
            rate = 12,
            padding = 12,
            out = 256,
            bias = false,
            norm = BATCH,
            activation = RELU,
            from = "layer4")
    Layer rate12;

    @Dilated(
            kernel = 3,
            rate = 24,
            padding = 24,
            out = 256,
            bias = false,
            norm = BATCH,
            activation = RELU,
            from = "layer4")
    Layer rate24;

    @Dilated(
            kernel = 3,
            rate = 36,
            padding = 36,
            out = 256,
            bias = false,
            norm = BATCH,
            activation = RELU,
            from = "layer4")
    Layer rate36;

    @GlobalPool(from = "layer4")
    Layer pool;

    @Conv(kernel = 1, out = 256, bias = false, norm = BATCH, activation = RELU)
    Layer image;

    @Upsample(to = "point", mode = LINEAR)
    Layer spread;

    @Concat(from = {"point", "rate12", "rate24", "rate36", "spread"})
    Layer all;

    @Conv(kernel = 1, out = 256, bias = false, norm = BATCH, activation = RELU)
    Layer project;

    @Conv(kernel = 3, padding = 1, out = 256, bias = false, norm = BATCH, activation = RELU)
    Layer smooth;

    @Conv(kernel = 1, out = 21)
    @Endpoint("out")
    Layer classes;

    @Upsample(size = 520, mode = LINEAR)
    Layer full;
}
