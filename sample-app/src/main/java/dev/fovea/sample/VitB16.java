package dev.fovea.sample;

import static dev.fovea.Activation.GELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.Norm.LAYER;

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
import dev.fovea.Use;

/**
 * ViT-B/16 (Dosovitskiy et al. 2021, table 1): every unit of the first block sees the whole image. The mean of the map takes
 * the place of the class token (appendix D.3), which an image has no room for.
 *
 * <p>Of the published 86,567,656 parameters the token has 768, and the embedding of 197 positions 768 each.
 */
@Network(input = @Input(channels = 3, size = 224))
@Expect(parameters = 86_567_656 - 768 - 197 * 768)
final class VitB16 {
    @Conv(kernel = 16, stride = 16, out = 768)
    @Expect(size = 16, jump = "16", extents = 14)
    Layer patches;

    @Use(block = Transformer.class, repeat = 12)
    @Endpoint("features")
    @Expect(size = 16, jump = "16", extents = 14)
    Layer encoder;

    @Normalize(LAYER)
    Layer norm;

    @GlobalPool
    Layer pool;

    @Linear(out = 1000)
    Layer head;

    /** Figure 1, right. */
    @Block
    static final class Transformer {
        @Normalize(LAYER)
        Layer norm1;

        @Attention(heads = 12)
        Layer attention;

        @Residual(shortcut = INPUT)
        Layer attended;

        @Normalize(LAYER)
        Layer norm2;

        @Conv(kernel = 1, out = 3072, activation = GELU)
        Layer widen;

        @Conv(kernel = 1, out = 768)
        Layer narrow;

        @Residual(shortcut = "attended")
        Layer sum;
    }
}
