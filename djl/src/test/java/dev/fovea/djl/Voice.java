package dev.fovea.djl;

import static dev.fovea.Activation.TANH;
import static dev.fovea.Padding.CAUSAL;

import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;

/** A causal network for samples that come in one by one. */
@Network(input = @Input(axes = 1, channels = 1))
class Voice {
    @Dilated(kernel = 2, rate = 1, padding = CAUSAL, out = 4, activation = TANH)
    Object d1;

    @Dilated(kernel = 2, rate = 2, padding = CAUSAL, out = 4, activation = TANH)
    Object d2;

    @Dilated(kernel = 2, rate = 4, padding = CAUSAL, out = 4, activation = TANH)
    Object d4;

    @Conv(kernel = 1, out = 1)
    @Expect(latency = 1)
    Object next;
}
