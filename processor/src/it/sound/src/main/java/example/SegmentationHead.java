package example;

import dev.fovea.Dilated;
import dev.fovea.Expect;
import dev.fovea.Input;
import dev.fovea.Network;
import dev.fovea.Padding;

@Network(input = @Input(channels = 64, size = 128))
public class SegmentationHead {
    @Dilated(kernel = 3, rate = 1, padding = Padding.SAME, out = 64)
    Object near;

    @Dilated(kernel = 3, rate = 2, padding = Padding.SAME, out = 64)
    Object middle;

    @Dilated(kernel = 3, rate = 5, padding = Padding.SAME, out = 64)
    @Expect(size = 17, extents = 128)
    Object far;
}
