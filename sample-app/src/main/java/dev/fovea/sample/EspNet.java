package dev.fovea.sample;

import static dev.fovea.Activation.PRELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.STRIDE;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Add;
import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Normalize;
import dev.fovea.Residual;
import dev.fovea.Use;

/**
 * The encoder of ESPNet (Mehta et al. 2018, figure 4) without its input reinforcement: the rates 1, 2, 4, 8, 16 of a
 * module lie side by side, and running sums of the branches fill the holes of the large ones. The figures are computed.
 */
@Network(
        input =
                @Input(
                        channels = 3,
                        size = {512, 1024}))
final class EspNet {
    @Conv(kernel = 3, stride = 2, padding = 1, out = 16, bias = false, norm = BATCH, activation = PRELU)
    Layer stem;

    @Use(block = Pyramid.class, width = 12, out = 16, stride = 2)
    @Expect(
            channels = 64,
            extents = {128, 256})
    Layer down2;

    @Use(block = Residue.class, repeat = 2, width = 12, out = 16)
    Layer level2;

    @Use(block = Pyramid.class, width = 25, out = 28, stride = 2)
    @Expect(
            channels = 128,
            extents = {64, 128})
    Layer down3;

    @Use(block = Residue.class, repeat = 3, width = 25, out = 28)
    @Endpoint("features")
    @Expect(jump = "8")
    Layer level3;

    @Conv(kernel = 1, out = 20)
    Layer classes;

    /** Reduces to {@code WIDTH} channels, filters them at five rates (the first keeps {@code OUT}), and adds up. */
    @Block
    static final class Pyramid {
        @Conv(kernel = 3, stride = STRIDE, padding = 1, out = WIDTH, bias = false)
        Layer reduce;

        @Dilated(kernel = 3, rate = 1, padding = 1, out = OUT, bias = false)
        Layer rate1;

        @Dilated(kernel = 3, rate = 2, padding = 2, out = WIDTH, bias = false, from = "reduce")
        Layer rate2;

        @Dilated(kernel = 3, rate = 4, padding = 4, out = WIDTH, bias = false, from = "reduce")
        Layer rate4;

        @Dilated(kernel = 3, rate = 8, padding = 8, out = WIDTH, bias = false, from = "reduce")
        Layer rate8;

        @Dilated(kernel = 3, rate = 16, padding = 16, out = WIDTH, bias = false, from = "reduce")
        Layer rate16;

        @Add(from = {"rate2", "rate4"})
        Layer sum4;

        @Add(from = {"sum4", "rate8"})
        Layer sum8;

        @Add(from = {"sum8", "rate16"})
        Layer sum16;

        @Concat(from = {"rate1", "rate2", "sum4", "sum8", "sum16"})
        Layer all;

        @Normalize(activation = PRELU)
        Layer norm;
    }

    /** A module that is added to what it reads. */
    @Block
    static final class Residue {
        @Use(block = Pyramid.class, width = WIDTH, out = OUT)
        Layer pyramid;

        @Residual(shortcut = INPUT)
        Layer sum;
    }
}
