package example;

import dev.fovea.Block;
import dev.fovea.Conv;

@Block
class Context {
    @Conv(kernel = 7)
    Object context;
}
