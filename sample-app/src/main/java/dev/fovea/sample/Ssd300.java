package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Param.OUT;

import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Use;

/** SSD300 on VGG-16 (Liu et al. 2016, figure 2), with torchvision's heads for 91 classes. */
@Network(input = @Input(channels = 3, size = 300))
final class Ssd300 {
    @Use(block = Vgg.class, repeat = 2, out = 64)
    Layer conv1;

    @Pool(kernel = 2)
    Layer pool1;

    @Use(block = Vgg.class, repeat = 2, out = 128)
    Layer conv2;

    @Pool(kernel = 2)
    Layer pool2;

    @Use(block = Vgg.class, repeat = 3, out = 256)
    Layer conv3;

    /** Rounds up: 75 rows give 38. */
    @Pool(kernel = 2, ceilMode = true)
    Layer pool3;

    @Use(block = Vgg.class, repeat = 3, out = 512)
    @Endpoint("conv4_3")
    @Expect(size = 92, extents = 38)
    Layer conv4;

    @Pool(kernel = 2)
    Layer pool4;

    @Use(block = Vgg.class, repeat = 3, out = 512)
    Layer conv5;

    @Pool(kernel = 3, stride = 1, padding = 1)
    Layer pool5;

    @Dilated(kernel = 3, rate = 6, padding = 6, out = 1024, activation = RELU)
    Layer fc6;

    @Conv(kernel = 1, out = 1024, activation = RELU)
    @Endpoint("fc7")
    @Expect(extents = 19)
    Layer fc7;

    @Conv(kernel = 1, out = 256, activation = RELU)
    Layer conv8_1;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 512, activation = RELU)
    @Endpoint("conv8_2")
    @Expect(extents = 10)
    Layer conv8_2;

    @Conv(kernel = 1, out = 128, activation = RELU)
    Layer conv9_1;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 256, activation = RELU)
    @Endpoint("conv9_2")
    @Expect(extents = 5)
    Layer conv9_2;

    @Conv(kernel = 1, out = 128, activation = RELU)
    Layer conv10_1;

    @Conv(kernel = 3, out = 256, activation = RELU)
    @Endpoint("conv10_2")
    @Expect(extents = 3)
    Layer conv10_2;

    @Conv(kernel = 1, out = 128, activation = RELU)
    Layer conv11_1;

    @Conv(kernel = 3, out = 256, activation = RELU)
    @Endpoint("conv11_2")
    @Expect(extents = 1)
    Layer conv11_2;

    /** Four boxes a cell: 4·(91 classes + 4 coordinates) channels. */
    @Conv(kernel = 3, padding = 1, out = 380, from = "conv4")
    Layer head4;

    /** Six boxes a cell. */
    @Conv(kernel = 3, padding = 1, out = 570, from = "fc7")
    Layer head7;

    @Conv(kernel = 3, padding = 1, out = 570, from = "conv8_2")
    Layer head8;

    @Conv(kernel = 3, padding = 1, out = 570, from = "conv9_2")
    Layer head9;

    @Conv(kernel = 3, padding = 1, out = 380, from = "conv10_2")
    Layer head10;

    @Conv(kernel = 3, padding = 1, out = 380, from = "conv11_2")
    Layer head11;

    /** The only layer that VGG needs. */
    @Block
    static final class Vgg {
        @Conv(kernel = 3, padding = 1, out = OUT, activation = RELU)
        Layer conv;
    }
}
