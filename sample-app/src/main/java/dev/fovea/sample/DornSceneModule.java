package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Network.INPUT;
import static dev.fovea.PoolType.AVERAGE;

import dev.fovea.Accept;
import dev.fovea.Concat;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Linear;
import dev.fovea.Network;
import dev.fovea.Pool;
import dev.fovea.Upsample;

/**
 * The scene understanding module of DORN (Fu et al. 2018, figure 3): parallel rates 6, 12, 18, a pointwise branch and an
 * encoder of the full image, over the features of its backbone. What the module adds to the field is computed.
 */
@Network(
        input =
                @Input(
                        channels = 2048,
                        size = {33, 45}))
final class DornSceneModule {
    @Pool(kernel = 4, type = AVERAGE, ceilMode = true)
    Layer coarse;

    @Linear(out = 512, activation = RELU)
    Layer encode;

    @Conv(kernel = 1, out = 512)
    Layer mix;

    @Upsample(size = {33, 45})
    Layer copy;

    @Conv(kernel = 1, out = 512, activation = RELU, from = INPUT)
    Layer point;

    @Conv(kernel = 1, out = 512, activation = RELU)
    Layer pointMixed;

    @Dilated(kernel = 3, rate = 6, padding = 6, out = 512, activation = RELU, from = INPUT)
    Layer rate6;

    @Conv(kernel = 1, out = 512, activation = RELU)
    Layer rate6Mixed;

    @Dilated(kernel = 3, rate = 12, padding = 12, out = 512, activation = RELU, from = INPUT)
    Layer rate12;

    @Conv(kernel = 1, out = 512, activation = RELU)
    Layer rate12Mixed;

    @Dilated(kernel = 3, rate = 18, padding = 18, out = 512, activation = RELU, from = INPUT)
    Layer rate18;

    @Conv(kernel = 1, out = 512, activation = RELU)
    Layer rate18Mixed;

    @Concat(from = {"copy", "pointMixed", "rate6Mixed", "rate12Mixed", "rate18Mixed"})
    @Expect(size = 37, channels = 2560)
    @Accept(
            value = "UnreadPixels",
            reason =
                    "its input is the backbone's map of stride 8, whose fields are 400 pixels wide: in the image they overlap")
    Layer all;

    /** 71 depth intervals, and for each whether the depth lies beyond it. */
    @Conv(kernel = 1, out = 142)
    @Endpoint("depths")
    Layer depths;
}
