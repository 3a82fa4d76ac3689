package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Param.OUT;
import static dev.fovea.Param.RATE;

import dev.fovea.Accept;
import dev.fovea.Block;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Use;

/**
 * CSRNet (Li et al. 2018, table 3, column B) counts crowds: ten layers of VGG-16, then six of rate 2. The published weights
 * have 16,263,489 parameters.
 */
@Network(input = @Input(channels = 3, size = 512))
@Expect(parameters = 16_263_489)
final class CsrNet {
    @Use(block = Plain.class, repeat = 2, out = 64)
    Layer conv1;

    @Pool(kernel = 2)
    Layer pool1;

    @Use(block = Plain.class, repeat = 2, out = 128)
    Layer conv2;

    @Pool(kernel = 2)
    Layer pool2;

    @Use(block = Plain.class, repeat = 3, out = 256)
    Layer conv3;

    @Pool(kernel = 2)
    Layer pool3;

    @Use(block = Plain.class, repeat = 3, out = 512)
    @Endpoint("features")
    @Expect(size = 92, jump = "8", extents = 64)
    Layer conv4;

    @Accept(
            value = "DilationCommonDivisor",
            reason =
                    "published rates; the 3x3 layers below read the positions between, and the weights were trained so")
    @Use(block = Wide.class, repeat = 3, out = 512, rate = 2)
    Layer dilated1;

    @Use(block = Wide.class, out = 256, rate = 2)
    Layer dilated2;

    @Use(block = Wide.class, out = 128, rate = 2)
    Layer dilated3;

    @Use(block = Wide.class, out = 64, rate = 2)
    Layer dilated4;

    @Conv(kernel = 1, out = 1)
    @Endpoint("density")
    @Expect(size = 284, jump = "8", extents = 64)
    Layer density;

    /** The layer of VGG. */
    @Block
    static final class Plain {
        @Conv(kernel = 3, padding = 1, out = OUT, activation = RELU)
        Layer conv;
    }

    /** The same with a rate. */
    @Block
    static final class Wide {
        @Dilated(kernel = 3, rate = RATE, padding = RATE, out = OUT, activation = RELU)
        Layer conv;
    }
}
