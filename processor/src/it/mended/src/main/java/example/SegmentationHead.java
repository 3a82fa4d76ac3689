package example;

import dev.fovea.Dilated;

class SegmentationHead {
    @Dilated(kernel = 3, rate = 1, padding = 1, out = 128)
    Object context1;

    @Dilated(kernel = 3, rate = 3, padding = 3, out = 128)
    Object context2;

    @Dilated(kernel = 3, rate = 9, padding = 9, out = 128)
    Object context3;
}
