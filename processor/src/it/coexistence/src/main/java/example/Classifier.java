package example;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import dev.fovea.*;

class Classifier {
    @Conv(kernel = 3, out = 8)
    Block stem;

    @dev.fovea.Linear(out = 10)
    Linear head;
}
