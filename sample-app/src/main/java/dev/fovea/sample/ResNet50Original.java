package dev.fovea.sample;

import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Use;

/**
 * ResNet-50 (He et al. 2016, table 1) as first published. A stride that comes before a 3×3 layer widens what the layer
 * adds, hence 483 pixels instead of 427 (Araujo et al. 2019, table 1).
 */
@Network(input = @Input(channels = 3, size = 224))
final class ResNet50Original {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = OriginalBottleneck.class, repeat = 3, width = 64, out = 256)
    @Endpoint("C2")
    @Expect(size = 35, jump = "4", extents = 56)
    Layer conv2;

    @Use(block = OriginalBottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    @Endpoint("C3")
    @Expect(size = 99, jump = "8", extents = 28)
    Layer conv3;

    @Use(block = OriginalBottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2)
    @Endpoint("C4")
    @Expect(size = 291, jump = "16", extents = 14)
    Layer conv4;

    @Use(block = OriginalBottleneck.class, repeat = 3, width = 512, out = 2048, stride = 2)
    @Endpoint("C5")
    @Expect(size = 483, jump = "32", extents = 7)
    Layer conv5;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;
}
