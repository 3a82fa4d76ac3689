package dev.fovea.sample;

import static dev.fovea.Activation.GELU;
import static dev.fovea.Groups.DEPTHWISE;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.LAYER;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Normalize;
import dev.fovea.Residual;
import dev.fovea.Scale;
import dev.fovea.Use;

/**
 * ConvNeXt-T (Liu et al. 2022, figure 4): depthwise 7×7 layers whose branches begin with a small trained scale. The
 * parameters and the 4.456 thousand million multiply-adds are those of torchvision's weights; the fields are computed.
 */
@Network(input = @Input(channels = 3, size = 224))
@Expect(parameters = 28_589_128, macs = 4_455_531_264L)
final class ConvNextT {
    @Conv(kernel = 4, stride = 4, out = 96, norm = LAYER)
    Layer stem;

    @Use(block = Residue.class, repeat = 3, width = 384, out = 96)
    @Endpoint("C2")
    @Expect(size = 76, jump = "4", extents = 56)
    Layer stage1;

    @Use(block = Down.class, out = 192)
    Layer down2;

    @Use(block = Residue.class, repeat = 3, width = 768, out = 192)
    @Endpoint("C3")
    @Expect(size = 224, jump = "8", extents = 28)
    Layer stage2;

    @Use(block = Down.class, out = 384)
    Layer down3;

    @Use(block = Residue.class, repeat = 9, width = 1536, out = 384)
    @Endpoint("C4")
    @Expect(size = 1096, jump = "16", extents = 14)
    Layer stage3;

    @Use(block = Down.class, out = 768)
    Layer down4;

    @Use(block = Residue.class, repeat = 3, width = 3072, out = 768)
    @Endpoint("C5")
    @Expect(size = 1688, jump = "32", extents = 7)
    Layer stage4;

    @GlobalPool
    Layer pool;

    @Normalize(LAYER)
    Layer norm;

    @Linear(out = 1000)
    Layer head;

    /** A depthwise layer and two pointwise ones, scaled before the shortcut is added. */
    @Block
    static final class Residue {
        @Conv(kernel = 7, padding = 3, groups = DEPTHWISE, norm = LAYER)
        Layer depthwise;

        @Conv(kernel = 1, out = WIDTH, activation = GELU)
        Layer widen;

        @Conv(kernel = 1, out = OUT)
        Layer narrow;

        @Scale
        Layer scale;

        @Residual(shortcut = INPUT)
        Layer sum;
    }

    /** Halves the extents. */
    @Block
    static final class Down {
        @Normalize(LAYER)
        Layer norm;

        @Conv(kernel = 2, stride = 2, out = OUT)
        Layer halve;
    }
}
