package example;

import dev.fovea.Conv;

class Head {
    @Conv(kernel = 3)
    Object conv;
}
