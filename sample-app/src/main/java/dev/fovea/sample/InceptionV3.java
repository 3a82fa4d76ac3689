package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.WIDTH;
import static dev.fovea.PoolType.AVERAGE;

import dev.fovea.Block;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Use;

/**
 * Inception-v3 (Szegedy et al. 2016, table 1) without the auxiliary classifier; its field is that of Araujo et al. 2019,
 * table 1.
 */
@Network(input = @Input(channels = 3, size = 299))
final class InceptionV3 {
    @Conv(kernel = 3, stride = 2, out = 32, bias = false, norm = BATCH, activation = RELU)
    Layer conv1a;

    @Conv(kernel = 3, out = 32, bias = false, norm = BATCH, activation = RELU)
    Layer conv2a;

    @Conv(kernel = 3, padding = 1, out = 64, bias = false, norm = BATCH, activation = RELU)
    Layer conv2b;

    @Pool(kernel = 3, stride = 2)
    Layer pool1;

    @Conv(kernel = 1, out = 80, bias = false, norm = BATCH, activation = RELU)
    Layer conv3b;

    @Conv(kernel = 3, out = 192, bias = false, norm = BATCH, activation = RELU)
    Layer conv4a;

    @Pool(kernel = 3, stride = 2)
    @Expect(extents = 35)
    Layer pool2;

    @Use(block = Square.class, width = 32)
    Layer mixed5b;

    @Use(block = Square.class, width = 64, repeat = 2)
    @Expect(extents = 35, channels = 288)
    Layer mixed5d;

    @Use(block = FirstReduction.class)
    Layer mixed6a;

    @Use(block = Factored.class, width = 128)
    Layer mixed6b;

    @Use(block = Factored.class, width = 160, repeat = 2)
    Layer mixed6d;

    @Use(block = Factored.class, width = 192)
    @Expect(extents = 17, channels = 768)
    Layer mixed6e;

    @Use(block = SecondReduction.class)
    Layer mixed7a;

    @Use(block = Spread.class, repeat = 2)
    @Endpoint("features")
    @Expect(size = 1311, jump = "32", extents = 8, channels = 2048)
    Layer mixed7c;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;

    /** Figure 5: a 5×5 branch beside two 3×3 layers; {@code WIDTH} channels come from the pool. */
    @Block
    static final class Square {
        @Conv(kernel = 1, out = 64, bias = false, norm = BATCH, activation = RELU)
        Layer point;

        @Conv(kernel = 1, out = 48, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce5;

        @Conv(kernel = 5, padding = 2, out = 64, bias = false, norm = BATCH, activation = RELU)
        Layer five;

        @Conv(kernel = 1, out = 64, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce3;

        @Conv(kernel = 3, padding = 1, out = 96, bias = false, norm = BATCH, activation = RELU)
        Layer three;

        @Conv(kernel = 3, padding = 1, out = 96, bias = false, norm = BATCH, activation = RELU)
        Layer twice;

        @Pool(kernel = 3, stride = 1, padding = 1, type = AVERAGE, from = INPUT)
        Layer average;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU)
        Layer pooled;

        @Concat(from = {"point", "five", "twice", "pooled"})
        Layer all;
    }

    /** 35×35 to 17×17. */
    @Block
    static final class FirstReduction {
        @Conv(kernel = 3, stride = 2, out = 384, bias = false, norm = BATCH, activation = RELU)
        Layer three;

        @Conv(kernel = 1, out = 64, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce;

        @Conv(kernel = 3, padding = 1, out = 96, bias = false, norm = BATCH, activation = RELU)
        Layer once;

        @Conv(kernel = 3, stride = 2, out = 96, bias = false, norm = BATCH, activation = RELU)
        Layer twice;

        @Pool(kernel = 3, stride = 2, from = INPUT)
        Layer pooled;

        @Concat(from = {"three", "twice", "pooled"})
        Layer all;
    }

    /** Figure 6: 7×7 layers, each cut into 1×7 and 7×1. */
    @Block
    static final class Factored {
        @Conv(kernel = 1, out = 192, bias = false, norm = BATCH, activation = RELU)
        Layer point;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce;

        @Conv(
                kernel = {1, 7},
                padding = {0, 3},
                out = WIDTH,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer row;

        @Conv(
                kernel = {7, 1},
                padding = {3, 0},
                out = 192,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer column;

        @Conv(kernel = 1, out = WIDTH, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduceTwice;

        @Conv(
                kernel = {7, 1},
                padding = {3, 0},
                out = WIDTH,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer column1;

        @Conv(
                kernel = {1, 7},
                padding = {0, 3},
                out = WIDTH,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer row1;

        @Conv(
                kernel = {7, 1},
                padding = {3, 0},
                out = WIDTH,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer column2;

        @Conv(
                kernel = {1, 7},
                padding = {0, 3},
                out = 192,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer row2;

        @Pool(kernel = 3, stride = 1, padding = 1, type = AVERAGE, from = INPUT)
        Layer average;

        @Conv(kernel = 1, out = 192, bias = false, norm = BATCH, activation = RELU)
        Layer pooled;

        @Concat(from = {"point", "column", "row2", "pooled"})
        Layer all;
    }

    /** 17×17 to 8×8. */
    @Block
    static final class SecondReduction {
        @Conv(kernel = 1, out = 192, bias = false, norm = BATCH, activation = RELU)
        Layer reduce3;

        @Conv(kernel = 3, stride = 2, out = 320, bias = false, norm = BATCH, activation = RELU)
        Layer three;

        @Conv(kernel = 1, out = 192, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce7;

        @Conv(
                kernel = {1, 7},
                padding = {0, 3},
                out = 192,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer row;

        @Conv(
                kernel = {7, 1},
                padding = {3, 0},
                out = 192,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer column;

        @Conv(kernel = 3, stride = 2, out = 192, bias = false, norm = BATCH, activation = RELU)
        Layer seven;

        @Pool(kernel = 3, stride = 2, from = INPUT)
        Layer pooled;

        @Concat(from = {"three", "seven", "pooled"})
        Layer all;
    }

    /** Figure 7: 1×3 and 3×1 side by side. */
    @Block
    static final class Spread {
        @Conv(kernel = 1, out = 320, bias = false, norm = BATCH, activation = RELU)
        Layer point;

        @Conv(kernel = 1, out = 384, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduce;

        @Conv(
                kernel = {1, 3},
                padding = {0, 1},
                out = 384,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer row;

        @Conv(
                kernel = {3, 1},
                padding = {1, 0},
                out = 384,
                bias = false,
                norm = BATCH,
                activation = RELU,
                from = "reduce")
        Layer column;

        @Conv(kernel = 1, out = 448, bias = false, norm = BATCH, activation = RELU, from = INPUT)
        Layer reduceTwice;

        @Conv(kernel = 3, padding = 1, out = 384, bias = false, norm = BATCH, activation = RELU)
        Layer three;

        @Conv(
                kernel = {1, 3},
                padding = {0, 1},
                out = 384,
                bias = false,
                norm = BATCH,
                activation = RELU)
        Layer threeRow;

        @Conv(
                kernel = {3, 1},
                padding = {1, 0},
                out = 384,
                bias = false,
                norm = BATCH,
                activation = RELU,
                from = "three")
        Layer threeColumn;

        @Pool(kernel = 3, stride = 1, padding = 1, type = AVERAGE, from = INPUT)
        Layer average;

        @Conv(kernel = 1, out = 192, bias = false, norm = BATCH, activation = RELU)
        Layer pooled;

        @Concat(from = {"point", "row", "column", "threeRow", "threeColumn", "pooled"})
        Layer all;
    }
}
