package dev.fovea.sample;

import static dev.fovea.Activation.SILU;
import static dev.fovea.Groups.DEPTHWISE;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Padding.SAME;
import static dev.fovea.Param.KERNEL;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.SQUEEZE;
import static dev.fovea.Param.STRIDE;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Residual;
import dev.fovea.SqueezeExcite;
import dev.fovea.Use;

/**
 * EfficientNet-B0 (Tan & Le 2019, table 1). 851 pixels is what its local paths see (Araujo et al. 2019, table 2); its gates
 * see the whole image.
 */
@Network(input = @Input(channels = 3, size = 224))
final class EfficientNetB0 {
    @Conv(kernel = 3, stride = 2, padding = SAME, out = 32, bias = false, norm = BATCH, activation = SILU)
    Layer stem;

    @Conv(kernel = 3, padding = SAME, groups = DEPTHWISE, bias = false, norm = BATCH, activation = SILU)
    Layer first;

    @SqueezeExcite(squeeze = 8, activation = SILU)
    Layer gate;

    @Conv(kernel = 1, out = 16, bias = false, norm = BATCH)
    Layer thin;

    @Use(block = MbConv.class, kernel = 3, width = 96, squeeze = 4, out = 24, stride = 2)
    Layer down2;

    @Use(block = MbResidual.class, kernel = 3, width = 144, squeeze = 6, out = 24)
    Layer stage2;

    @Use(block = MbConv.class, kernel = 5, width = 144, squeeze = 6, out = 40, stride = 2)
    Layer down3;

    @Use(block = MbResidual.class, kernel = 5, width = 240, squeeze = 10, out = 40)
    Layer stage3;

    @Use(block = MbConv.class, kernel = 3, width = 240, squeeze = 10, out = 80, stride = 2)
    Layer down4;

    @Use(block = MbResidual.class, repeat = 2, kernel = 3, width = 480, squeeze = 20, out = 80)
    Layer stage4;

    @Use(block = MbConv.class, kernel = 5, width = 480, squeeze = 20, out = 112)
    Layer widen5;

    @Use(block = MbResidual.class, repeat = 2, kernel = 5, width = 672, squeeze = 28, out = 112)
    Layer stage5;

    @Use(block = MbConv.class, kernel = 5, width = 672, squeeze = 28, out = 192, stride = 2)
    Layer down6;

    @Use(block = MbResidual.class, repeat = 3, kernel = 5, width = 1152, squeeze = 48, out = 192)
    Layer stage6;

    @Use(block = MbConv.class, kernel = 3, width = 1152, squeeze = 48, out = 320)
    Layer widen7;

    @Conv(kernel = 1, out = 1280, bias = false, norm = BATCH, activation = SILU)
    @Endpoint("features")
    @Expect(size = 851, jump = "32", extents = 7)
    Layer head;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;

    /** An inverted bottleneck of any kernel, with a gate. */
    @Block
    static final class MbConv {
        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = SILU)
        Layer expand;

        @Conv(
                kernel = KERNEL,
                stride = STRIDE,
                padding = SAME,
                groups = DEPTHWISE,
                bias = false,
                norm = BATCH,
                activation = SILU)
        Layer depthwise;

        @SqueezeExcite(squeeze = SQUEEZE, activation = SILU)
        Layer gate;

        @Conv(kernel = 1, out = OUT, bias = false, norm = BATCH)
        Layer project;
    }

    /** The same with a shortcut between the narrow ends. */
    @Block
    static final class MbResidual {
        @Use(block = MbConv.class, kernel = KERNEL, width = WIDTH, squeeze = SQUEEZE, out = OUT)
        Layer body;

        @Residual(shortcut = INPUT)
        Layer sum;
    }
}
