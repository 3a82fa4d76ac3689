package example;

import dev.fovea.Dilated;

/** Rates 2, 3: neither divisor nor M2 objects, and yet two positions are lost. */
final class CoprimeRates {
    @Dilated(kernel = 3, rate = 2) // [CoverageHole]
    Object layer1;

    @Dilated(kernel = 3, rate = 3)
    Object layer2;
}
