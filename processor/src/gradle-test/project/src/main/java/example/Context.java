package example;

import dev.fovea.Block;
import dev.fovea.Conv;

@Block
class Context {
    @Conv(kernel = 3)
    Object context;
}
