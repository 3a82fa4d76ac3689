package example;

import dev.fovea.Dilated;

public class Head {
    @Dilated(kernel = 3, rate = 1)
    Object near;

    @Dilated(kernel = 3, rate = 2)
    Object far;
}
