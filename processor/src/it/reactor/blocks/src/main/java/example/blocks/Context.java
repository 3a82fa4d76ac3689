package example.blocks;

import dev.fovea.Block;
import dev.fovea.Conv;

/** The layers are not in alphabetical order. */
@Block
public class Context {
    @Conv(kernel = 3)
    Object wide;

    @Conv(kernel = 3, stride = 2)
    Object halved;
}
