package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Groups.DEPTHWISE;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Block;
import dev.fovea.ChannelShuffle;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Slice;
import dev.fovea.Use;

/** ShuffleNet-v2 1× (Ma et al. 2018, table 5): half of the channels pass by, and the halves are shuffled. */
@Network(input = @Input(channels = 3, size = 224))
final class ShuffleNetV2 {
    @Conv(kernel = 3, stride = 2, padding = 1, out = 24, bias = false, norm = BATCH, activation = RELU)
    Layer conv1;

    @Pool(kernel = 3, stride = 2, padding = 1)
    Layer pool1;

    @Use(block = Down.class, width = 58)
    Layer down2;

    @Use(block = Unit.class, repeat = 3, width = 58, out = 116)
    @Expect(extents = 28, channels = 116)
    Layer stage2;

    @Use(block = Down.class, width = 116)
    Layer down3;

    @Use(block = Unit.class, repeat = 7, width = 116, out = 232)
    @Expect(extents = 14, channels = 232)
    Layer stage3;

    @Use(block = Down.class, width = 232)
    Layer down4;

    @Use(block = Unit.class, repeat = 3, width = 232, out = 464)
    @Expect(extents = 7, channels = 464)
    Layer stage4;

    @Conv(kernel = 1, out = 1024, bias = false, norm = BATCH, activation = RELU)
    Layer conv5;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;

    /** Splits the channels; {@code WIDTH} is the half of them, {@code OUT} are all. */
    @Block
    static final class Unit {
        @Slice(begin = 0, end = WIDTH)
        Layer pass;

        @Slice(begin = WIDTH, end = OUT, from = INPUT)
        Layer work;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
        Layer before;

        @Conv(kernel = 3, padding = 1, groups = DEPTHWISE, bias = false, norm = BATCH)
        Layer depthwise;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
        Layer after;

        @Concat(from = {"pass", "after"})
        Layer both;

        @ChannelShuffle(groups = 2)
        Layer shuffle;
    }

    /** Halves the extents on both branches and doubles the channels. */
    @Block
    static final class Down {
        @Conv(kernel = 3, stride = 2, padding = 1, groups = DEPTHWISE, bias = false, norm = BATCH)
        Layer leftDepthwise;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
        Layer left;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer before;

        @Conv(kernel = 3, stride = 2, padding = 1, groups = DEPTHWISE, bias = false, norm = BATCH)
        Layer depthwise;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
        Layer right;

        @Concat(from = {"left", "right"})
        Layer both;

        @ChannelShuffle(groups = 2)
        Layer shuffle;
    }
}
