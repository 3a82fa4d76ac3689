package dev.fovea.sample;

import static dev.fovea.Activation.RELU6;
import static dev.fovea.Groups.DEPTHWISE;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
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
import dev.fovea.Use;

/** MobileNet-v2 (Sandler et al. 2018, table 2): a block with a shortcut is one without, used inside another block. */
@Network(input = @Input(channels = 3, size = 224))
final class MobileNetV2 {
    @Conv(kernel = 3, stride = 2, padding = 1, out = 32, bias = false, norm = BATCH, activation = RELU6)
    Layer stem;

    @Conv(kernel = 3, padding = 1, groups = DEPTHWISE, bias = false, norm = BATCH, activation = RELU6)
    Layer first;

    @Conv(kernel = 1, out = 16, bias = false, norm = BATCH)
    Layer thin;

    @Use(block = Inverted.class, width = 96, out = 24, stride = 2)
    Layer down2;

    @Use(block = InvertedResidual.class, width = 144, out = 24)
    Layer stage2;

    @Use(block = Inverted.class, width = 144, out = 32, stride = 2)
    Layer down3;

    @Use(block = InvertedResidual.class, repeat = 2, width = 192, out = 32)
    Layer stage3;

    @Use(block = Inverted.class, width = 192, out = 64, stride = 2)
    Layer down4;

    @Use(block = InvertedResidual.class, repeat = 3, width = 384, out = 64)
    Layer stage4;

    @Use(block = Inverted.class, width = 384, out = 96)
    Layer widen5;

    @Use(block = InvertedResidual.class, repeat = 2, width = 576, out = 96)
    @Expect(jump = "16", extents = 14)
    Layer stage5;

    @Use(block = Inverted.class, width = 576, out = 160, stride = 2)
    Layer down6;

    @Use(block = InvertedResidual.class, repeat = 2, width = 960, out = 160)
    Layer stage6;

    @Use(block = Inverted.class, width = 960, out = 320)
    Layer widen7;

    /** The field is computed: the paper has none. */
    @Conv(kernel = 1, out = 1280, bias = false, norm = BATCH, activation = RELU6)
    @Endpoint("features")
    @Expect(size = 491, jump = "32", extents = 7)
    Layer head;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;

    /** Widens, filters each channel by itself, narrows. */
    @Block
    static final class Inverted {
        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU6)
        Layer expand;

        @Conv(
                kernel = 3,
                stride = STRIDE,
                padding = 1,
                groups = DEPTHWISE,
                bias = false,
                norm = BATCH,
                activation = RELU6)
        Layer depthwise;

        @Conv(kernel = 1, out = OUT, bias = false, norm = BATCH)
        Layer project;
    }

    /** The same with a shortcut between the narrow ends. */
    @Block
    static final class InvertedResidual {
        @Use(block = Inverted.class, width = WIDTH, out = OUT)
        Layer body;

        @Residual(shortcut = INPUT)
        Layer sum;
    }
}
