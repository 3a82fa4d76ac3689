package dev.fovea.sample;

import static dev.fovea.Activation.RELU;
import static dev.fovea.Norm.BATCH;

import dev.fovea.Add;
import dev.fovea.Conv;
import dev.fovea.Endpoint;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Upsample;

/**
 * An exchange unit as in HRNet-W18 (Wang et al. 2020, figure 3) over three resolutions, each of which reads the other two.
 * The fields are computed.
 */
@Network(input = @Input(channels = 18, size = 56))
final class HrNetExchange {
    @Conv(kernel = 3, padding = 1, out = 18, bias = false, norm = BATCH, activation = RELU)
    Layer high;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 36, bias = false, norm = BATCH, activation = RELU)
    Layer middle;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 72, bias = false, norm = BATCH, activation = RELU)
    Layer low;

    @Conv(kernel = 1, out = 18, bias = false, norm = BATCH, from = "middle")
    Layer middleToHigh;

    @Upsample(scale = 2)
    Layer middleRaised;

    @Conv(kernel = 1, out = 18, bias = false, norm = BATCH, from = "low")
    Layer lowToHigh;

    @Upsample(scale = 4)
    Layer lowRaised;

    @Add(
            from = {"high", "middleRaised", "lowRaised"},
            activation = RELU)
    @Endpoint("high")
    @Expect(jump = "1", extents = 56, channels = 18)
    Layer newHigh;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 36, bias = false, norm = BATCH, from = "high")
    Layer highToMiddle;

    @Conv(kernel = 1, out = 36, bias = false, norm = BATCH, from = "low")
    Layer lowToMiddle;

    @Upsample(scale = 2)
    Layer lowRaisedOnce;

    @Add(
            from = {"highToMiddle", "middle", "lowRaisedOnce"},
            activation = RELU)
    @Endpoint("middle")
    @Expect(jump = "2", extents = 28, channels = 36)
    Layer newMiddle;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 18, bias = false, norm = BATCH, activation = RELU, from = "high")
    Layer highHalved;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 72, bias = false, norm = BATCH)
    Layer highToLow;

    @Conv(kernel = 3, stride = 2, padding = 1, out = 72, bias = false, norm = BATCH, from = "middle")
    Layer middleToLow;

    @Add(
            from = {"highToLow", "middleToLow", "low"},
            activation = RELU)
    @Endpoint("low")
    @Expect(jump = "4", extents = 14, channels = 72)
    Layer newLow;
}
