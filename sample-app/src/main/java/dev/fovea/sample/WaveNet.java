package dev.fovea.sample;

import static dev.fovea.Network.INPUT;
import static dev.fovea.Padding.CAUSAL;
import static dev.fovea.Param.RATE;

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
 * WaveNet's dilated layers (van den Oord et al. 2016, sections 2.1 to 2.4): ten gated layers whose rates double see 1024
 * samples, the present one and 1023 of the past; two more runs of them add 1023 each.
 *
 * <p>The skip connections are left out: they do not change the field.
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
    @Expect(size = 3070, start = "-3069", extents = 16_000)
    Layer third;

    @Conv(kernel = 1, out = 256)
    @Endpoint("amplitudes")
    Layer amplitudes;

    /** What passes is the product of a filter and its gate (equation 2). */
    @Block
    @Network(input = @Input(axes = 1))
    static final class Gated {
        @Dilated(kernel = 2, rate = RATE, padding = CAUSAL, out = 32)
        Layer filter;

        @Dilated(kernel = 2, rate = RATE, padding = CAUSAL, out = 32, from = INPUT)
        Layer gate;

        @Multiply(from = {"filter", "gate"})
        Layer passed;

        @Conv(kernel = 1, out = 32)
        Layer mix;

        @Residual(shortcut = INPUT)
        Layer sum;
    }
}
