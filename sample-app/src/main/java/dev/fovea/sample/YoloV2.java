package dev.fovea.sample;

import static dev.fovea.Activation.LEAKY_RELU;
import static dev.fovea.Norm.BATCH;

import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.SpaceToDepth;
import dev.fovea.Use;

/**
 * YOLOv2 at 416×416 for 80 classes (Redmon & Farhadi 2017) as its published configuration has it: a finer map is brought to
 * the last one's extents by moving 2×2 positions into channels. Published are 29.46 thousand million operations,
 * two of which are a multiply-add; the parameters are those of the published weights.
 */
@Network(input = @Input(channels = 3, size = 416))
@Expect(parameters = 50_962_889, macs = 14_732_084_224L)
final class YoloV2 {
    @Use(block = Darknet.class, out = 32)
    Layer conv1;

    @Pool(kernel = 2)
    Layer pool1;

    @Use(block = Darknet.class, out = 64)
    Layer conv2;

    @Pool(kernel = 2)
    Layer pool2;

    @Use(block = Darknet.class, out = 128)
    Layer conv3;

    @Use(block = Darknet.Pair.class, width = 64, out = 128)
    Layer conv4;

    @Pool(kernel = 2)
    Layer pool3;

    @Use(block = Darknet.class, out = 256)
    Layer conv5;

    @Use(block = Darknet.Pair.class, width = 128, out = 256)
    Layer conv6;

    @Pool(kernel = 2)
    Layer pool4;

    @Use(block = Darknet.class, out = 512)
    Layer conv7;

    @Use(block = Darknet.Pair.class, repeat = 2, width = 256, out = 512)
    @Expect(jump = "16", extents = 26)
    Layer conv8;

    @Pool(kernel = 2)
    Layer pool5;

    @Use(block = Darknet.class, out = 1024)
    Layer conv9;

    @Use(block = Darknet.Pair.class, repeat = 2, width = 512, out = 1024)
    Layer conv10;

    @Use(block = Darknet.class, repeat = 2, out = 1024)
    @Expect(jump = "32", extents = 13)
    Layer conv11;

    @Conv(kernel = 1, out = 64, bias = false, norm = BATCH, activation = LEAKY_RELU, from = "conv8")
    Layer fine;

    @SpaceToDepth(factor = 2)
    @Expect(jump = "32", extents = 13, channels = 256)
    Layer passed;

    @Concat(from = {"passed", "conv11"})
    Layer join;

    @Use(block = Darknet.class, out = 1024)
    Layer conv12;

    /** Five boxes a cell, of 80 classes, four coordinates and a score. */
    @Conv(kernel = 1, out = 425)
    @Endpoint("boxes")
    @Expect(jump = "32", extents = 13)
    Layer boxes;
}
