package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Activation.SIGMOID;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.WIDTH;
import static dev.fovea.UpsampleMode.LINEAR;

import dev.fovea.Accept;
import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Residual;
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

    /** A U of 7 levels in place of a layer (figure 2e), around which a shortcut leads. */
    @Block
    static final class Rsu7 {
        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer entry;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down1;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool1;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down2;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down3;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool3;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down4;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool4;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down5;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool5;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down6;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
        Layer bottom;

        @Concat(from = {"bottom", "down6"})
        Layer join6;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up6;

        @Upsample(to = "down5", mode = LINEAR)
        Layer rise5;

        @Concat(from = {"rise5", "down5"})
        Layer join5;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up5;

        @Upsample(to = "down4", mode = LINEAR)
        Layer rise4;

        @Concat(from = {"rise4", "down4"})
        Layer join4;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up4;

        @Upsample(to = "down3", mode = LINEAR)
        Layer rise3;

        @Concat(from = {"rise3", "down3"})
        Layer join3;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up3;

        @Upsample(to = "down2", mode = LINEAR)
        Layer rise2;

        @Concat(from = {"rise2", "down2"})
        Layer join2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up2;

        @Upsample(to = "down1", mode = LINEAR)
        Layer rise1;

        @Concat(from = {"rise1", "down1"})
        Layer join1;

        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer up1;

        @Residual(shortcut = "entry")
        Layer sum;
    }

    /** A U of 6 levels in place of a layer (figure 2e), around which a shortcut leads. */
    @Block
    static final class Rsu6 {
        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer entry;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down1;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool1;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down2;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down3;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool3;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down4;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool4;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down5;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
        Layer bottom;

        @Concat(from = {"bottom", "down5"})
        Layer join5;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up5;

        @Upsample(to = "down4", mode = LINEAR)
        Layer rise4;

        @Concat(from = {"rise4", "down4"})
        Layer join4;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up4;

        @Upsample(to = "down3", mode = LINEAR)
        Layer rise3;

        @Concat(from = {"rise3", "down3"})
        Layer join3;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up3;

        @Upsample(to = "down2", mode = LINEAR)
        Layer rise2;

        @Concat(from = {"rise2", "down2"})
        Layer join2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up2;

        @Upsample(to = "down1", mode = LINEAR)
        Layer rise1;

        @Concat(from = {"rise1", "down1"})
        Layer join1;

        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer up1;

        @Residual(shortcut = "entry")
        Layer sum;
    }

    /** A U of 5 levels in place of a layer (figure 2e), around which a shortcut leads. */
    @Block
    static final class Rsu5 {
        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer entry;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down1;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool1;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down2;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down3;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool3;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down4;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
        Layer bottom;

        @Concat(from = {"bottom", "down4"})
        Layer join4;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up4;

        @Upsample(to = "down3", mode = LINEAR)
        Layer rise3;

        @Concat(from = {"rise3", "down3"})
        Layer join3;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up3;

        @Upsample(to = "down2", mode = LINEAR)
        Layer rise2;

        @Concat(from = {"rise2", "down2"})
        Layer join2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up2;

        @Upsample(to = "down1", mode = LINEAR)
        Layer rise1;

        @Concat(from = {"rise1", "down1"})
        Layer join1;

        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer up1;

        @Residual(shortcut = "entry")
        Layer sum;
    }

    /** A U of 4 levels in place of a layer (figure 2e), around which a shortcut leads. */
    @Block
    static final class Rsu4 {
        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer entry;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down1;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool1;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down2;

        @Pool(kernel = 2, ceilMode = true)
        Layer pool2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down3;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
        Layer bottom;

        @Concat(from = {"bottom", "down3"})
        Layer join3;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up3;

        @Upsample(to = "down2", mode = LINEAR)
        Layer rise2;

        @Concat(from = {"rise2", "down2"})
        Layer join2;

        @Conv(kernel = 3, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up2;

        @Upsample(to = "down1", mode = LINEAR)
        Layer rise1;

        @Concat(from = {"rise1", "down1"})
        Layer join1;

        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer up1;

        @Residual(shortcut = "entry")
        Layer sum;
    }

    /** The same without pools: rates take their place. */
    @Block
    static final class Rsu4F {
        @Conv(kernel = 3, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer entry;

        @Dilated(kernel = 3, rate = 1, padding = 1, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down1;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down2;

        @Dilated(kernel = 3, rate = 4, padding = 4, out = WIDTH, norm = BATCH, activation = RELU)
        Layer down3;

        @Dilated(kernel = 3, rate = 8, padding = 8, out = WIDTH, norm = BATCH, activation = RELU)
        Layer bottom;

        @Concat(from = {"bottom", "down3"})
        Layer join3;

        @Dilated(kernel = 3, rate = 4, padding = 4, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up3;

        @Concat(from = {"up3", "down2"})
        Layer join2;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, norm = BATCH, activation = RELU)
        Layer up2;

        @Concat(from = {"up2", "down1"})
        Layer join1;

        @Dilated(kernel = 3, rate = 1, padding = 1, out = OUT, norm = BATCH, activation = RELU)
        Layer up1;

        @Residual(shortcut = "entry")
        Layer sum;
    }
}
