package example;

import dev.fovea.Dilated;

class Head {
    @Dilated(kernel = 3, rate = 2)
    Object near;

    @Dilated(kernel = 3, rate = 2)
    Object far;
}
