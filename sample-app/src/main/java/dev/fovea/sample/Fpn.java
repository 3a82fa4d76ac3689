package dev.fovea.sample;

import dev.fovea.Add;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Upsample;
import dev.fovea.Use;

/**
 * A feature pyramid on ResNet-50 (Lin et al. 2017, figure 3). The coarse maps that are added from above give the fine ones
 * the field of the top: P2 sees more than C5.
 */
@Network(input = @Input(channels = 3, size = 224))
final class Fpn {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Bottleneck.class, repeat = 3, width = 64, out = 256)
    @Expect(size = 35)
    Layer c2;

    @Use(block = Bottleneck.class, repeat = 4, width = 128, out = 512, stride = 2)
    @Expect(size = 91)
    Layer c3;

    @Use(block = Bottleneck.class, repeat = 6, width = 256, out = 1024, stride = 2)
    @Expect(size = 267)
    Layer c4;

    @Use(block = Bottleneck.class, repeat = 3, width = 512, out = 2048, stride = 2)
    @Expect(size = 427)
    Layer c5;

    @Conv(kernel = 1, out = 256)
    Layer top;

    @Upsample(scale = 2, from = "top")
    Layer rise4;

    @Conv(kernel = 1, out = 256, from = "c4")
    Layer lateral4;

    @Add(from = {"lateral4", "rise4"})
    Layer sum4;

    @Upsample(scale = 2)
    Layer rise3;

    @Conv(kernel = 1, out = 256, from = "c3")
    Layer lateral3;

    @Add(from = {"lateral3", "rise3"})
    Layer sum3;

    @Upsample(scale = 2)
    Layer rise2;

    @Conv(kernel = 1, out = 256, from = "c2")
    Layer lateral2;

    @Add(from = {"lateral2", "rise2"})
    Layer sum2;

    /** The fields of P2 to P5 are computed: the paper has none. */
    @Conv(kernel = 3, padding = 1, out = 256, from = "top")
    @Endpoint("P5")
    @Expect(size = 491, jump = "32", extents = 7)
    Layer p5;

    @Conv(kernel = 3, padding = 1, out = 256, from = "sum4")
    @Endpoint("P4")
    @Expect(jump = "16", extents = 14)
    Layer p4;

    @Conv(kernel = 3, padding = 1, out = 256, from = "sum3")
    @Endpoint("P3")
    @Expect(jump = "8", extents = 28)
    Layer p3;

    @Conv(kernel = 3, padding = 1, out = 256, from = "sum2")
    @Endpoint("P2")
    @Expect(jump = "4", extents = 56)
    Layer p2;
}
