package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.BATCH;
import static dev.fovea.Param.OUT;
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
import dev.fovea.Normalize;
import dev.fovea.Pool;
import dev.fovea.Use;

/** DenseNet-121 (Huang et al. 2017, table 1): each layer's 32 channels are joined to all those before. */
@Network(input = @Input(channels = 3, size = 224))
final class DenseNet121 {
    @Use(block = ResNetStem.class)
    Layer stem;

    @Use(block = Dense.class, repeat = 6)
    @Expect(channels = 256, extents = 56)
    Layer dense1;

    @Use(block = Transition.class, out = 128)
    Layer transition1;

    @Use(block = Dense.class, repeat = 12)
    @Expect(channels = 512, extents = 28)
    Layer dense2;

    @Use(block = Transition.class, out = 256)
    Layer transition2;

    @Use(block = Dense.class, repeat = 24)
    @Expect(channels = 1024, extents = 14)
    Layer dense3;

    @Use(block = Transition.class, out = 512)
    Layer transition3;

    /** The field is computed: the paper has none. */
    @Use(block = Dense.class, repeat = 16)
    @Endpoint("features")
    @Expect(size = 2071, channels = 1024, extents = 7)
    Layer dense4;

    @Normalize(activation = RELU)
    Layer norm;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer fc;

    /** Normalises before it convolves, and grows the map by 32 channels. */
    @Block
    static final class Dense {
        @Normalize(activation = RELU)
        Layer norm;

        @Conv(kernel = 1, out = 128, bias = false, norm = BATCH, activation = RELU)
        Layer reduce;

        @Conv(kernel = 3, padding = 1, out = 32, bias = false)
        Layer grow;

        @Concat(from = {INPUT, "grow"})
        Layer all;
    }

    /** Halves channels and extents. */
    @Block
    static final class Transition {
        @Normalize(activation = RELU)
        Layer norm;

        @Conv(kernel = 1, out = OUT, bias = false)
        Layer reduce;

        @Pool(kernel = 2, type = AVERAGE)
        Layer halve;
    }
}
