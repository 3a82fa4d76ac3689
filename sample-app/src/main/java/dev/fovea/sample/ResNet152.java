package dev.fovea.sample;

import dev.fovea.Accept;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Use;

/** ResNet-152 (He et al. 2016, table 1) as first published; its field is that of Araujo et al. 2019, table 1. */
@Network(input = @Input(channels = 3, size = 224))
@Accept(
        value = "SkippedInput",
        reason = "as published; the 3x3 layers before have spread over their neighbours what the strides skip")
final class ResNet152 {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = OriginalBottleneck.class, repeat = 3, width = 64, out = 256)
    Layer conv2;

    @Use(block = OriginalBottleneck.class, repeat = 8, width = 128, out = 512, stride = 2)
    Layer conv3;

    @Use(block = OriginalBottleneck.class, repeat = 36, width = 256, out = 1024, stride = 2)
    Layer conv4;

    @Use(block = OriginalBottleneck.class, repeat = 3, width = 512, out = 2048, stride = 2)
    @Endpoint("features")
    @Expect(size = 1507, jump = "32", extents = 7)
    Layer conv5;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;
}
