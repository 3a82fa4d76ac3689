package dev.fovea.sample;

import static dev.fovea.Activation.GELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.LAYER;
import static dev.fovea.Param.ARG0;
import static dev.fovea.Param.ARG1;
import static dev.fovea.Param.GROUPS;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.WIDTH;

import dev.fovea.Attention;
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
import dev.fovea.SpaceToDepth;
import dev.fovea.Use;

/**
 * Swin-T (Liu et al. 2021, figure 3): attention within windows of 7×7 patches, which every other block shifts by 3. Units of
 * the first stage see 56 pixels, those of the second 168; a window of the last stage is the whole map.
 *
 * <p>Of the published 28,288,354 parameters the position biases of the windows have 13·13 for each head of each block, and no
 * place here. The multiply-adds are the published 4.491 thousand million.
 */
@Network(input = @Input(channels = 3, size = 224))
@Expect(parameters = 28_288_354 - 13 * 13 * 2 * (3 + 6 + 3 * 12 + 24), macs = 4_490_566_656L)
final class SwinT {
    @Conv(kernel = 4, stride = 4, out = 96, norm = LAYER)
    @Expect(size = 4, jump = "4", extents = 56)
    Layer patches;

    @Use(
            block = Pair.class,
            width = 384,
            out = 96,
            groups = 3,
            args = {7, 3})
    @Endpoint("stage1")
    @Expect(size = 56, jump = "4", extents = 56)
    Layer stage1;

    @Use(block = Merging.class, out = 192)
    Layer merging2;

    @Use(
            block = Pair.class,
            width = 768,
            out = 192,
            groups = 6,
            args = {7, 3})
    @Endpoint("stage2")
    @Expect(size = 168, jump = "8", extents = 28)
    Layer stage2;

    @Use(block = Merging.class, out = 384)
    Layer merging3;

    @Use(
            block = Pair.class,
            repeat = 3,
            width = 1536,
            out = 384,
            groups = 12,
            args = {7, 3})
    @Endpoint("stage3")
    @Expect(jump = "16", extents = 14)
    Layer stage3;

    @Use(block = Merging.class, out = 768)
    Layer merging4;

    @Use(
            block = Pair.class,
            width = 3072,
            out = 768,
            groups = 24,
            args = {7, 0})
    @Endpoint("stage4")
    @Expect(jump = "32", extents = 7)
    Layer stage4;

    @Normalize(LAYER)
    Layer norm;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer head;

    /** Two blocks (figure 3b), the second of which shifts its windows of {@code ARG0} units by {@code ARG1}. */
    @Block
    static final class Pair {
        @Normalize(LAYER)
        Layer norm1;

        @Attention(heads = GROUPS, window = ARG0)
        Layer attention;

        @Residual(shortcut = INPUT)
        Layer attended;

        @Use(block = Perceptron.class, width = WIDTH, out = OUT)
        Layer perceptron;

        @Normalize(LAYER)
        Layer norm2;

        @Attention(heads = GROUPS, window = ARG0, shift = ARG1)
        Layer shifted;

        @Residual(shortcut = "perceptron")
        Layer attendedShifted;

        @Use(block = Perceptron.class, width = WIDTH, out = OUT)
        Layer perceptronShifted;
    }

    /** Two pointwise layers and a shortcut. */
    @Block
    static final class Perceptron {
        @Normalize(LAYER)
        Layer norm;

        @Conv(kernel = 1, out = WIDTH, activation = GELU)
        Layer widen;

        @Conv(kernel = 1, out = OUT)
        Layer narrow;

        @Residual(shortcut = INPUT)
        Layer sum;
    }

    /** Joins 2×2 patches into one. */
    @Block
    static final class Merging {
        @SpaceToDepth(factor = 2)
        Layer joined;

        @Normalize(LAYER)
        Layer norm;

        @Conv(kernel = 1, out = OUT, bias = false)
        Layer reduce;
    }
}
