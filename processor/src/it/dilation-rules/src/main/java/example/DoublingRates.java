package example;

import dev.fovea.Dilated;

/** Rates 2, 4, 8: as the equal ones, and with gaps between what is read. */
final class DoublingRates {
    @Dilated(kernel = 3, rate = 2) // [DilationCommonDivisor]
    Object layer1;

    @Dilated(kernel = 3, rate = 4)
    Object layer2;

    @Dilated(kernel = 3, rate = 8)
    Object layer3;
}
