package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Padding.CAUSAL;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.RATE;

import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Residual;
import dev.fovea.Use;

/**
 * A temporal convolutional network (Bai et al. 2018, figure 1): two causal layers a rate, eight rates. With kernel K and n
 * rates that double, it sees 1 + 2·(K−1)·(2^n − 1) steps.
 */
@Network(input = @Input(axes = 1, channels = 88, size = 2000))
final class Tcn {
    @Use(
            block = Temporal.class,
            repeat = 8,
            out = 150,
            rate = {1, 2, 4, 8, 16, 32, 64, 128})
    @Endpoint("steps")
    @Expect(size = 1021, start = "-1020", extents = 2000)
    Layer levels;

    @Conv(kernel = 1, out = 88)
    Layer keys;

    /** Both layers of a level have the same rate. */
    @Block
    @Network(input = @Input(axes = 1))
    static final class Temporal {
        @Dilated(kernel = 3, rate = RATE, padding = CAUSAL, out = OUT, activation = RELU)
        Layer conv1;

        @Dilated(kernel = 3, rate = RATE, padding = CAUSAL, out = OUT, activation = RELU)
        Layer conv2;

        @Residual(shortcut = INPUT, activation = RELU)
        Layer sum;
    }
}
