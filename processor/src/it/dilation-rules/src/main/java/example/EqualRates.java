package example;

import dev.fovea.Dilated;

/** Rates 2, 2, 2: four networks that share no input. */
final class EqualRates {
    @Dilated(kernel = 3, rate = 2) // [DilationCommonDivisor]
    Object layer1;

    @Dilated(kernel = 3, rate = 2)
    Object layer2;

    @Dilated(kernel = 3, rate = 2)
    Object layer3;
}
