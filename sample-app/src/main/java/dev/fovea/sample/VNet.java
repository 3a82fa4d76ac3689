package dev.fovea.sample;

import static dev.fovea.Activation.PRELU;
import static dev.fovea.Activation.SOFTMAX;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Param.OUT;

import dev.fovea.Add;
import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.TransposedConv;
import dev.fovea.Use;

/**
 * V-Net (Milletari et al. 2016, figure 2) on volumes of 128×128×64. The fields of its left side are those of table 1: 5, 22,
 * 72, 172, 372. On the way up the table adds a kernel of 2 for each transposed layer, to 551; but with stride 2 each of their
 * units reads one unit, so that the fields here are smaller.
 */
@Network(
        input =
                @Input(
                        axes = 3,
                        channels = 1,
                        size = {128, 128, 64}))
final class VNet {
    /** The volume's only channel is added to each of the 16. */
    @Conv(kernel = 5, padding = 2, out = 16)
    @Expect(size = 5, jump = "1")
    Layer conv1;

    @Add(
            from = {"conv1", INPUT},
            activation = PRELU)
    Layer left1;

    @Conv(kernel = 2, stride = 2, out = 32, activation = PRELU)
    Layer down2;

    @Use(block = Convs.class, repeat = 2, out = 32)
    Layer convs2;

    @Add(
            from = {"convs2", "down2"},
            activation = PRELU)
    @Expect(size = 22, jump = "2")
    Layer left2;

    @Conv(kernel = 2, stride = 2, out = 64, activation = PRELU)
    Layer down3;

    @Use(block = Convs.class, repeat = 3, out = 64)
    Layer convs3;

    @Add(
            from = {"convs3", "down3"},
            activation = PRELU)
    @Expect(size = 72, jump = "4")
    Layer left3;

    @Conv(kernel = 2, stride = 2, out = 128, activation = PRELU)
    Layer down4;

    @Use(block = Convs.class, repeat = 3, out = 128)
    Layer convs4;

    @Add(
            from = {"convs4", "down4"},
            activation = PRELU)
    @Expect(size = 172, jump = "8")
    Layer left4;

    @Conv(kernel = 2, stride = 2, out = 256, activation = PRELU)
    Layer down5;

    @Use(block = Convs.class, repeat = 3, out = 256)
    Layer convs5;

    @Add(
            from = {"convs5", "down5"},
            activation = PRELU)
    @Expect(
            size = 372,
            jump = "16",
            extents = {8, 8, 4})
    Layer bottom;

    @TransposedConv(kernel = 2, stride = 2, out = 128, activation = PRELU)
    Layer up4;

    @Concat(from = {"up4", "left4"})
    Layer join4;

    @Use(block = Convs.class, repeat = 3, out = 256)
    Layer convsUp4;

    @Add(
            from = {"convsUp4", "join4"},
            activation = PRELU)
    Layer right4;

    @TransposedConv(kernel = 2, stride = 2, out = 64, activation = PRELU)
    Layer up3;

    @Concat(from = {"up3", "left3"})
    Layer join3;

    @Use(block = Convs.class, repeat = 3, out = 128)
    Layer convsUp3;

    @Add(
            from = {"convsUp3", "join3"},
            activation = PRELU)
    Layer right3;

    @TransposedConv(kernel = 2, stride = 2, out = 32, activation = PRELU)
    Layer up2;

    @Concat(from = {"up2", "left2"})
    Layer join2;

    @Use(block = Convs.class, repeat = 2, out = 64)
    Layer convsUp2;

    @Add(
            from = {"convsUp2", "join2"},
            activation = PRELU)
    Layer right2;

    @TransposedConv(kernel = 2, stride = 2, out = 16, activation = PRELU)
    Layer up1;

    @Concat(from = {"up1", "left1"})
    Layer join1;

    @Use(block = Convs.class, out = 32)
    Layer convsUp1;

    @Add(
            from = {"convsUp1", "join1"},
            activation = PRELU)
    Layer right1;

    /** Foreground and background. */
    @Conv(kernel = 1, out = 2, activation = SOFTMAX)
    @Endpoint("classes")
    @Expect(
            jump = "1",
            extents = {128, 128, 64},
            channels = 2)
    Layer classes;

    /** The only layer that keeps the extents. */
    @Block
    @Network(input = @Input(axes = 3))
    static final class Convs {
        @Conv(kernel = 5, padding = 2, out = OUT, activation = PRELU)
        Layer conv;
    }
}
