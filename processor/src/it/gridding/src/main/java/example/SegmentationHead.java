package example;

import dev.fovea.Dilated;

class SegmentationHead {
    @Dilated(kernel = 3, rate = 2, padding = 2, out = 128)
    Object context1;

    @Dilated(kernel = 3, rate = 4, padding = 4, out = 128)
    Object context2;

    @Dilated(kernel = 3, rate = 8, padding = 8, out = 128)
    Object context3;
}
