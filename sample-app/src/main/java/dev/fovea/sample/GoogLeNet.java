package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.ARG0;
import static dev.fovea.Param.ARG1;
import static dev.fovea.Param.ARG2;
import static dev.fovea.Param.ARG3;
import static dev.fovea.Param.ARG4;
import static dev.fovea.Param.ARG5;

import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dropout;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Use;

/**
 * GoogLeNet (Szegedy et al. 2015, table 1) in torchvision's form, without the auxiliary classifiers: batch normalisation
 * in place of response norms and biases, and 3×3 layers in the branch that has 5×5 ones in the paper. One block with six
 * arguments makes all nine inception modules.
 */
@Network(input = @Input(channels = 3, size = 224))
@Expect(parameters = 6_624_904, macs = 1_498_376_192)
final class GoogLeNet {
    @Conv(kernel = 7, stride = 2, padding = 3, out = 64, bias = false, norm = BATCH, activation = RELU)
    Layer conv1;

    @Pool(kernel = 3, stride = 2, ceilMode = true)
    Layer pool1;

    @Conv(kernel = 1, out = 64, bias = false, norm = BATCH, activation = RELU)
    Layer conv2;

    @Conv(kernel = 3, padding = 1, out = 192, bias = false, norm = BATCH, activation = RELU)
    Layer conv3;

    @Pool(kernel = 3, stride = 2, ceilMode = true)
    Layer pool2;

    @Use(
            block = Inception.class,
            args = {64, 96, 128, 16, 32, 32})
    @Expect(extents = 28, channels = 256)
    Layer inception3a;

    @Use(
            block = Inception.class,
            args = {128, 128, 192, 32, 96, 64})
    @Expect(extents = 28, channels = 480)
    Layer inception3b;

    @Pool(kernel = 3, stride = 2, ceilMode = true)
    Layer pool3;

    @Use(
            block = Inception.class,
            args = {192, 96, 208, 16, 48, 64})
    @Expect(extents = 14, channels = 512)
    Layer inception4a;

    @Use(
            block = Inception.class,
            args = {160, 112, 224, 24, 64, 64})
    Layer inception4b;

    @Use(
            block = Inception.class,
            args = {128, 128, 256, 24, 64, 64})
    Layer inception4c;

    @Use(
            block = Inception.class,
            args = {112, 144, 288, 32, 64, 64})
    @Expect(extents = 14, channels = 528)
    Layer inception4d;

    @Use(
            block = Inception.class,
            args = {256, 160, 320, 32, 128, 128})
    @Expect(extents = 14, channels = 832)
    Layer inception4e;

    @Pool(kernel = 2, stride = 2, ceilMode = true)
    Layer pool4;

    @Use(
            block = Inception.class,
            args = {256, 160, 320, 32, 128, 128})
    Layer inception5a;

    @Use(
            block = Inception.class,
            args = {384, 192, 384, 48, 128, 128})
    @Endpoint("features")
    @Expect(jump = "32", extents = 7, channels = 1024)
    Layer inception5b;

    @GlobalPool
    Layer pool;

    @Dropout(0.2)
    Layer dropout;

    @Linear(out = 1000)
    Layer fc;

    /** Figure 2b; the arguments are the columns of table 1: 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, pool. */
    @Block
    static final class Inception {
        @Conv(kernel = 1, out = ARG0, bias = false, norm = BATCH, activation = RELU)
        Layer point;

        @Conv(kernel = 1, out = ARG1, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce3;

        @Conv(kernel = 3, padding = 1, out = ARG2, bias = false, norm = BATCH, activation = RELU)
        Layer three;

        @Conv(kernel = 1, out = ARG3, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce5;

        @Conv(kernel = 3, padding = 1, out = ARG4, bias = false, norm = BATCH, activation = RELU)
        Layer five;

        @Pool(kernel = 3, stride = 1, padding = 1, ceilMode = true, from = INPUT)
        Layer pooled;

        @Conv(kernel = 1, out = ARG5, bias = false, norm = BATCH, activation = RELU)
        Layer project;

        @Concat(from = {"point", "three", "five", "project"})
        Layer all;
    }
}
