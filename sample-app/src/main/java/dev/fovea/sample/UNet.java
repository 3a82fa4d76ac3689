package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Param.OUT;

import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Crop;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.TransposedConv;
import dev.fovea.Use;

/**
 * U-Net (Ronneberger et al. 2015, figure 1): no padding, so 572×572 pixels give a map of 388×388. The crops are where
 * such networks go wrong; here the compiler checks them.
 */
@Network(input = @Input(channels = 1, size = 572))
final class UNet {
    @Use(block = Twice.class, out = 64)
    @Expect(extents = 568)
    Layer down1;

    @Pool(kernel = 2)
    Layer pool1;

    @Use(block = Twice.class, out = 128)
    @Expect(extents = 280)
    Layer down2;

    @Pool(kernel = 2)
    Layer pool2;

    @Use(block = Twice.class, out = 256)
    @Expect(extents = 136)
    Layer down3;

    @Pool(kernel = 2)
    Layer pool3;

    @Use(block = Twice.class, out = 512)
    @Expect(extents = 64)
    Layer down4;

    @Pool(kernel = 2)
    Layer pool4;

    /** The field is computed: the paper has none. */
    @Use(block = Twice.class, out = 1024)
    @Expect(size = 140, jump = "16", extents = 28)
    Layer bottom;

    @TransposedConv(kernel = 2, stride = 2, out = 512)
    Layer rise4;

    @Crop(padding = 4, from = "down4")
    Layer crop4;

    @Concat(from = {"crop4", "rise4"})
    Layer join4;

    @Use(block = Twice.class, out = 512)
    @Expect(extents = 52)
    Layer up4;

    @TransposedConv(kernel = 2, stride = 2, out = 256)
    Layer rise3;

    @Crop(padding = 16, from = "down3")
    Layer crop3;

    @Concat(from = {"crop3", "rise3"})
    Layer join3;

    @Use(block = Twice.class, out = 256)
    @Expect(extents = 100)
    Layer up3;

    @TransposedConv(kernel = 2, stride = 2, out = 128)
    Layer rise2;

    @Crop(padding = 40, from = "down2")
    Layer crop2;

    @Concat(from = {"crop2", "rise2"})
    Layer join2;

    @Use(block = Twice.class, out = 128)
    @Expect(extents = 196)
    Layer up2;

    @TransposedConv(kernel = 2, stride = 2, out = 64)
    Layer rise1;

    @Crop(padding = 88, from = "down1")
    Layer crop1;

    @Concat(from = {"crop1", "rise1"})
    Layer join1;

    @Use(block = Twice.class, out = 64)
    @Expect(extents = 388)
    Layer up1;

    /** Two classes: cell and background. */
    @Conv(kernel = 1, out = 2)
    @Endpoint("classes")
    @Expect(jump = "1", extents = 388)
    Layer classes;

    /** Two unpadded 3×3 layers. */
    @Block
    static final class Twice {
        @Conv(kernel = 3, out = OUT, activation = RELU)
        Layer first;

        @Conv(kernel = 3, out = OUT, activation = RELU)
        Layer second;
    }
}
