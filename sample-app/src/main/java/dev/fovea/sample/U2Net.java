package dev.fovea.sample;

import static dev.fovea.Activation.SIGMOID;
import static dev.fovea.UpsampleMode.LINEAR;

import dev.fovea.Accept;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Upsample;
import dev.fovea.Use;

/**
 * U²-Net (Qin et al. 2020, figure 5) finds what is salient: a U-Net whose layers are U-Nets. Its published weights have
 * 44,009,869 parameters.
 */
@Network(input = @Input(channels = 3, size = 320))
@Expect(parameters = 44_009_869)
final class U2Net {
    @Use(block = Rsu7.class, width = 32, out = 64)
    Layer encoder1;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool1;

    @Use(block = Rsu6.class, width = 32, out = 128)
    Layer encoder2;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool2;

    @Use(block = Rsu5.class, width = 64, out = 256)
    Layer encoder3;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool3;

    @Use(block = Rsu4.class, width = 128, out = 512)
    Layer encoder4;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool4;

    @Use(block = Rsu4F.class, width = 256, out = 512)
    Layer encoder5;

    @Pool(kernel = 2, ceilMode = true)
    Layer pool5;

    @Use(block = Rsu4F.class, width = 256, out = 512)
    @Accept(
            value = "DegenerateDilation",
            reason =
                    "published rates; only the last of four is too large here, and the others read the rest of the map")
    @Expect(jump = "32", extents = 10)
    Layer encoder6;

    @Upsample(to = "encoder5", mode = LINEAR)
    Layer rise5;

    @Concat(from = {"rise5", "encoder5"})
    Layer join5;

    @Use(block = Rsu4F.class, width = 256, out = 512)
    Layer decoder5;

    @Upsample(to = "encoder4", mode = LINEAR)
    Layer rise4;

    @Concat(from = {"rise4", "encoder4"})
    Layer join4;

    @Use(block = Rsu4.class, width = 128, out = 256)
    Layer decoder4;

    @Upsample(to = "encoder3", mode = LINEAR)
    Layer rise3;

    @Concat(from = {"rise3", "encoder3"})
    Layer join3;

    @Use(block = Rsu5.class, width = 64, out = 128)
    Layer decoder3;

    @Upsample(to = "encoder2", mode = LINEAR)
    Layer rise2;

    @Concat(from = {"rise2", "encoder2"})
    Layer join2;

    @Use(block = Rsu6.class, width = 32, out = 64)
    Layer decoder2;

    @Upsample(to = "encoder1", mode = LINEAR)
    Layer rise1;

    @Concat(from = {"rise1", "encoder1"})
    Layer join1;

    @Use(block = Rsu7.class, width = 16, out = 64)
    Layer decoder1;

    @Conv(kernel = 3, padding = 1, out = 1)
    @Endpoint("side1")
    @Expect(jump = "1", extents = 320)
    Layer side1;

    @Conv(kernel = 3, padding = 1, out = 1, from = "decoder2")
    Layer score2;

    @Upsample(to = "side1", mode = LINEAR)
    @Endpoint("side2")
    Layer side2;

    @Conv(kernel = 3, padding = 1, out = 1, from = "decoder3")
    Layer score3;

    @Upsample(to = "side1", mode = LINEAR)
    @Endpoint("side3")
    Layer side3;

    @Conv(kernel = 3, padding = 1, out = 1, from = "decoder4")
    Layer score4;

    @Upsample(to = "side1", mode = LINEAR)
    @Endpoint("side4")
    Layer side4;

    @Conv(kernel = 3, padding = 1, out = 1, from = "decoder5")
    Layer score5;

    @Upsample(to = "side1", mode = LINEAR)
    @Endpoint("side5")
    Layer side5;

    @Conv(kernel = 3, padding = 1, out = 1, from = "encoder6")
    Layer score6;

    @Upsample(to = "side1", mode = LINEAR)
    @Endpoint("side6")
    Layer side6;

    @Concat(from = {"side1", "side2", "side3", "side4", "side5", "side6"})
    Layer sides;

    @Conv(kernel = 1, out = 1, activation = SIGMOID)
    @Endpoint("saliency")
    @Expect(jump = "1", extents = 320, channels = 1)
    Layer saliency;
}
