package dev.fovea.sample;

import static dev.fovea.Activation.RELU;

import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Pool;

/** VGG-16 (Simonyan & Zisserman 2015, table 1, column D). */
@Network(input = @Input(channels = 3, size = 224))
final class Vgg16 {
    @Conv(kernel = 3, padding = 1, out = 64, activation = RELU)
    Layer conv1_1;

    @Conv(kernel = 3, padding = 1, out = 64, activation = RELU)
    Layer conv1_2;

    @Pool(kernel = 2)
    Layer pool1;

    @Conv(kernel = 3, padding = 1, out = 128, activation = RELU)
    Layer conv2_1;

    @Conv(kernel = 3, padding = 1, out = 128, activation = RELU)
    Layer conv2_2;

    @Pool(kernel = 2)
    Layer pool2;

    @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
    Layer conv3_1;

    @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
    Layer conv3_2;

    @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
    Layer conv3_3;

    @Pool(kernel = 2)
    Layer pool3;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv4_1;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv4_2;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv4_3;

    @Pool(kernel = 2)
    Layer pool4;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv5_1;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv5_2;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    @Expect(size = 196, jump = "16", extents = 14)
    Layer conv5_3;

    @Pool(kernel = 2)
    @Endpoint("features")
    @Expect(size = 212, jump = "32", extents = 7, channels = 512)
    Layer pool5;

    @Linear(out = 4096, activation = RELU)
    Layer fc6;

    @Linear(out = 4096, activation = RELU)
    Layer fc7;

    @Linear(out = 1000)
    Layer fc8;
}
