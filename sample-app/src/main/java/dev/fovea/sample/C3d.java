package dev.fovea.sample;

import static dev.fovea.Activation.RELU;

import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;

/**
 * The convolutional part of C3D (Tran et al. 2015, figure 3), which reads clips of 16 frames. Axes are depth (time),
 * height and width; the first pool leaves time alone.
 */
@Network(
        input =
                @Input(
                        axes = 3,
                        channels = 3,
                        size = {16, 112, 112}))
final class C3d {
    @Conv(kernel = 3, padding = 1, out = 64, activation = RELU)
    Layer conv1a;

    @Pool(kernel = {1, 2, 2})
    @Expect(extents = {16, 56, 56})
    Layer pool1;

    @Conv(kernel = 3, padding = 1, out = 128, activation = RELU)
    Layer conv2a;

    @Pool(kernel = 2)
    Layer pool2;

    @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
    Layer conv3a;

    @Conv(kernel = 3, padding = 1, out = 256, activation = RELU)
    Layer conv3b;

    @Pool(kernel = 2)
    Layer pool3;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv4a;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv4b;

    @Pool(kernel = 2)
    Layer pool4;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    Layer conv5a;

    @Conv(kernel = 3, padding = 1, out = 512, activation = RELU)
    @Expect(size = {68, 134, 134})
    Layer conv5b;

    /** Rounds up as Caffe does, so that fc6 reads 512·1·4·4 = 8192 numbers. */
    @Pool(kernel = 2, ceilMode = true)
    @Endpoint("features")
    @Expect(
            size = {76, 150, 150},
            extents = {1, 4, 4},
            channels = 512)
    Layer pool5;
}
