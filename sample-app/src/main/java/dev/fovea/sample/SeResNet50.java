package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
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
 * SE-ResNet-50 (Hu et al. 2018, table 1). Its gates see the whole image from the first block on; the fields below are
 * those of the local paths, as in ResNet-50, and the report flags the rest as global.
 */
@Network(input = @Input(channels = 3, size = 224))
final class SeResNet50 {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Gated.class, repeat = 3, width = 64, out = 256, squeeze = 16)
    @Expect(size = 35)
    Layer layer1;

    @Use(block = Gated.class, repeat = 4, width = 128, out = 512, squeeze = 32, stride = 2)
    @Expect(size = 91)
    Layer layer2;

    @Use(block = Gated.class, repeat = 6, width = 256, out = 1024, squeeze = 64, stride = 2)
    @Expect(size = 267)
    Layer layer3;

    @Use(block = Gated.class, repeat = 3, width = 512, out = 2048, squeeze = 128, stride = 2)
    @Endpoint("features")
    @Expect(size = 427)
    Layer layer4;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;

    /** A bottleneck whose channels are weighted before the shortcut is added. */
    @Block
    static final class Gated {
        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
        Layer reduce;

        @Conv(kernel = 3, stride = STRIDE, padding = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
        Layer spatial;

        @Conv(kernel = 1, out = OUT, bias = false, norm = BATCH)
        Layer expand;

        @SqueezeExcite(squeeze = SQUEEZE, activation = RELU)
        Layer gate;

        @Residual(shortcut = INPUT, activation = RELU)
        Layer sum;
    }
}
