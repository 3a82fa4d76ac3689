package dev.fovea.sample;

import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Use;

/** ResNet-50 (He et al. 2016, table 1) in torchvision's form, whose fields are smaller than those of the original. */
@Network(input = @Input(channels = 3, size = 224))
final class ResNet50 {
    @Use(block = ResNetStem.class)
    @Expect(size = 11, jump = "4", extents = 56)
    Layer stem;

    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256)
    @Endpoint("C2")
    @Expect(size = 35, jump = "4", extents = 56)
    Layer layer1;

    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    @Endpoint("C3")
    @Expect(size = 91, jump = "8", extents = 28)
    Layer layer2;

    @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2)
    @Endpoint("C4")
    @Expect(size = 267, jump = "16", extents = 14)
    Layer layer3;

    @Use(block = Bottleneck.class, repeat = 3, width = 512, out = 2048, stride = 2)
    @Endpoint("C5")
    @Expect(size = 427, jump = "32", extents = 7)
    Layer layer4;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;
}
