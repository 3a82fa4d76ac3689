package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Activation.SIGMOID;
import static dev.fovea.Activation.SOFTMAX;
import static dev.fovea.Activation.TANH;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Padding.CAUSAL;
import static dev.fovea.Param.RATE;

import dev.fovea.Add;
import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Multiply;
import dev.fovea.Network;
import dev.fovea.Residual;
import dev.fovea.Use;

/**
 * WaveNet's dilated layers and its output (van den Oord et al. 2016, figure 4): ten gated layers whose rates double see 1024
 * samples, the present one and 1023 of the past; two more runs of them add 1023 each. What all layers skip ahead is added
 * up, so that the amplitudes are told from every depth.
 */
@Network(input = @Input(axes = 1, channels = 32, size = 16_000))
final class WaveNet {
    @Use(
            block = Gated.class,
            repeat = 10,
            rate = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512})
    @Expect(size = 1024, jump = "1", start = "-1023", extents = 16_000)
    Layer first;

    @Use(
            block = Gated.class,
            repeat = 10,
            rate = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512})
    @Expect(size = 2047)
    Layer second;

    @Use(
            block = Gated.class,
            repeat = 10,
            rate = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512})
    @Expect(size = 3070)
    Layer third;

    @Add(
            from = {"first[*].skip", "second[*].skip", "third[*].skip"},
            activation = RELU)
    Layer skips;

    @Conv(kernel = 1, out = 256, activation = RELU)
    Layer mix;

    /** One probability for each of 256 amplitudes. */
    @Conv(kernel = 1, out = 256, activation = SOFTMAX)
    @Endpoint("amplitudes")
    @Expect(size = 3070, start = "-3069", extents = 16_000, before = 3069, after = 0, latency = 1)
    Layer amplitudes;

    /** What passes is the product of a filter and its gate (equation 2); it skips ahead, and goes on to the next layer. */
    @Block
    @Network(input = @Input(axes = 1))
    static final class Gated {
        @Dilated(kernel = 2, rate = RATE, padding = CAUSAL, out = 32, activation = TANH)
        Layer filter;

        @Dilated(kernel = 2, rate = RATE, padding = CAUSAL, out = 32, activation = SIGMOID, from = INPUT)
        Layer gate;

        @Multiply(from = {"filter", "gate"})
        Layer passed;

        @Conv(kernel = 1, out = 256)
        @Endpoint("skip")
        Layer skip;

        @Conv(kernel = 1, out = 32, from = "passed")
        Layer mix;

        @Residual(shortcut = INPUT)
        Layer sum;
    }
}
