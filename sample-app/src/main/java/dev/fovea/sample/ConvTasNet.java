package dev.fovea.sample;

import static dev.fovea.Activation.PRELU;
import static dev.fovea.Activation.SIGMOID;
import static dev.fovea.Groups.DEPTHWISE;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.GROUP;
import static dev.fovea.Param.RATE;

import dev.fovea.Activate;
import dev.fovea.Add;
import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Multiply;
import dev.fovea.Network;
import dev.fovea.Normalize;
import dev.fovea.Residual;
import dev.fovea.Slice;
import dev.fovea.TransposedConv;
import dev.fovea.Use;

/**
 * Conv-TasNet (Luo & Mesgarani 2019, figure 1; N = 512, L = 16, B = Sc = 128, H = 512, P = 3, X = 8, R = 3), which separates
 * two speakers at 8 kHz. Its masks see 1.53 s, as table II has it: 12,256 samples.
 *
 * <p>Table II has 5.1 million parameters. Those of the published code are 5,050,545: a PReLU there has one parameter, here one
 * for each channel.
 */
@Network(input = @Input(axes = 1, channels = 1, size = 32_000))
@Expect(parameters = 5_050_545 + 24 * 2 * 511 + 127)
final class ConvTasNet {
    @Conv(kernel = 16, stride = 8, out = 512, bias = false)
    Layer encoded;

    @Normalize(GROUP)
    Layer norm;

    @Conv(kernel = 1, out = 128)
    Layer bottleneck;

    @Use(
            block = Temporal.class,
            repeat = 24,
            rate = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128})
    Layer tcn;

    @Add(from = "tcn[*].skip")
    @Expect(size = 12_256, jump = "8")
    Layer skips;

    @Activate(PRELU)
    Layer active;

    @Conv(kernel = 1, out = 1024, activation = SIGMOID)
    @Endpoint("masks")
    Layer masks;

    @Slice(begin = 0, end = 512)
    Layer mask1;

    @Multiply(from = {"encoded", "mask1"})
    Layer masked1;

    @TransposedConv(kernel = 16, stride = 8, out = 1, bias = false)
    @Endpoint("speaker1")
    @Expect(jump = "1", extents = 32_000)
    Layer speaker1;

    @Slice(begin = 512, end = 1024, from = "masks")
    Layer mask2;

    @Multiply(from = {"encoded", "mask2"})
    Layer masked2;

    @TransposedConv(kernel = 16, stride = 8, out = 1, bias = false, shared = "speaker1")
    @Endpoint("speaker2")
    @Expect(jump = "1", extents = 32_000)
    Layer speaker2;

    /** Figure 1c: a separable convolution between two norms over the whole sequence, a shortcut and a skip. */
    @Block
    @Network(input = @Input(axes = 1))
    static final class Temporal {
        @Conv(kernel = 1, out = 512, activation = PRELU)
        Layer widen;

        @Normalize(GROUP)
        Layer norm1;

        @Dilated(kernel = 3, rate = RATE, padding = RATE, out = 512, groups = DEPTHWISE, activation = PRELU)
        Layer depthwise;

        @Normalize(GROUP)
        Layer norm2;

        @Conv(kernel = 1, out = 128)
        @Endpoint("skip")
        Layer skip;

        @Conv(kernel = 1, out = 128, from = "norm2")
        Layer narrow;

        @Residual(shortcut = INPUT)
        Layer sum;
    }
}
