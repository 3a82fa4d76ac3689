package dev.fovea.sample;

import static dev.fovea.Activation.LEAKY_RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Residual;
import dev.fovea.Upsample;
import dev.fovea.Use;

/**
 * YOLOv3 at 416×416 for 80 classes (Redmon & Farhadi 2018, table 1): 61,949,149 parameters in its published weights, and 65.86
 * thousand million operations, two of which are a multiply-add.
 */
@Network(input = @Input(channels = 3, size = 416))
@Expect(parameters = 61_949_149, macs = 32_932_037_632L)
final class YoloV3 {
    @Use(block = Darknet.class, out = 32)
    Layer stem;

    @Use(block = Darknet.class, out = 64, stride = 2)
    Layer down1;

    @Use(block = Residue.class, width = 32, out = 64)
    Layer stage1;

    @Use(block = Darknet.class, out = 128, stride = 2)
    Layer down2;

    @Use(block = Residue.class, repeat = 2, width = 64, out = 128)
    Layer stage2;

    @Use(block = Darknet.class, out = 256, stride = 2)
    Layer down3;

    @Use(block = Residue.class, repeat = 8, width = 128, out = 256)
    @Expect(jump = "8", extents = 52)
    Layer stage3;

    @Use(block = Darknet.class, out = 512, stride = 2)
    Layer down4;

    @Use(block = Residue.class, repeat = 8, width = 256, out = 512)
    @Expect(jump = "16", extents = 26)
    Layer stage4;

    @Use(block = Darknet.class, out = 1024, stride = 2)
    Layer down5;

    @Use(block = Residue.class, repeat = 4, width = 512, out = 1024)
    @Expect(jump = "32", extents = 13)
    Layer stage5;

    @Use(block = Darknet.Pair.class, repeat = 2, width = 512, out = 1024)
    Layer neck5;

    @Use(block = Narrow.class, out = 512)
    Layer branch5;

    @Use(block = Darknet.class, out = 1024)
    Layer head5;

    /** Three boxes a cell, of 80 classes, four coordinates and a score. */
    @Conv(kernel = 1, out = 255)
    @Endpoint("large")
    @Expect(jump = "32", extents = 13)
    Layer large;

    @Use(block = Narrow.class, out = 256, from = "branch5")
    Layer turn4;

    @Upsample(scale = 2)
    Layer rise4;

    @Concat(from = {"rise4", "stage4"})
    Layer join4;

    @Use(block = Darknet.Pair.class, repeat = 2, width = 256, out = 512)
    Layer neck4;

    @Use(block = Narrow.class, out = 256)
    Layer branch4;

    @Use(block = Darknet.class, out = 512)
    Layer head4;

    @Conv(kernel = 1, out = 255)
    @Endpoint("medium")
    @Expect(jump = "16", extents = 26)
    Layer medium;

    @Use(block = Narrow.class, out = 128, from = "branch4")
    Layer turn3;

    @Upsample(scale = 2)
    Layer rise3;

    @Concat(from = {"rise3", "stage3"})
    Layer join3;

    @Use(block = Darknet.Pair.class, repeat = 3, width = 128, out = 256)
    Layer neck3;

    @Conv(kernel = 1, out = 255)
    @Endpoint("small")
    @Expect(jump = "8", extents = 52)
    Layer small;

    /** A pair of layers with a shortcut. */
    @Block
    static final class Residue {
        @Use(block = Darknet.Pair.class, width = WIDTH, out = OUT)
        Layer pair;

        @Residual(shortcut = INPUT)
        Layer sum;
    }

    /** A 1×1 layer. */
    @Block
    static final class Narrow {
        @Conv(kernel = 1, out = OUT, bias = false, norm = BATCH, activation = LEAKY_RELU)
        Layer conv;
    }
}
