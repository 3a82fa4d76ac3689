package example;

import dev.fovea.Accept;
import dev.fovea.Dilated;

class Head {
    @Accept(value = "DilationCommonDivisor", reason = "weights of release 12 were trained with these rates")
    @Dilated(kernel = 3, rate = 2, padding = 2, out = 64)
    Object context1;

    @Accept(value = "DilationGap", reason = "no longer so")
    @Dilated(kernel = 3, rate = 4, padding = 4, out = 64)
    Object context2;
}
