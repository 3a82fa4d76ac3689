package dev.fovea.sample;

import static dev.fovea.Activation.GELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.LAYER;

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
import dev.fovea.TokenMixing;
import dev.fovea.Use;

/** Mixer-S/16 (Tolstikhin et al. 2021, table 1): every unit of the first block sees the whole image, without attention. */
@Network(input = @Input(channels = 3, size = 224))
@Expect(parameters = 18_528_264)
final class MixerS16 {
    @Conv(kernel = 16, stride = 16, out = 512)
    @Expect(size = 16, jump = "16", extents = 14)
    Layer patches;

    @Use(block = Mixer.class, repeat = 8)
    @Endpoint("features")
    @Expect(size = 16, jump = "16", extents = 14)
    Layer mixers;

    @Normalize(LAYER)
    Layer norm;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer head;

    /** Figure 1. */
    @Block
    static final class Mixer {
        @Normalize(LAYER)
        Layer norm1;

        @TokenMixing(hidden = 256, activation = GELU)
        Layer tokens;

        @Residual(shortcut = INPUT)
        Layer mixed;

        @Normalize(LAYER)
        Layer norm2;

        @Conv(kernel = 1, out = 2048, activation = GELU)
        Layer widen;

        @Conv(kernel = 1, out = 512)
        Layer narrow;

        @Residual(shortcut = "mixed")
        Layer sum;
    }
}
