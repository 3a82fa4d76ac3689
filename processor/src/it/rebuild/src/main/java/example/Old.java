package example;

import dev.fovea.Conv;

class Old {
    @Conv(kernel = 3)
    Object conv;
}
