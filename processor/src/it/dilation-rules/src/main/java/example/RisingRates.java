package example;

import dev.fovea.Dilated;

/** Rates 1, 2, 9: no divisor, but the last layer's taps lie too far apart. */
final class RisingRates {
    @Dilated(kernel = 3, rate = 1)
    Object layer1;

    @Dilated(kernel = 3, rate = 2)
    Object layer2;

    @Dilated(kernel = 3, rate = 9) // [DilationGap]
    Object layer3;
}
