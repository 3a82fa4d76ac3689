package example;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.fovea.Network;

class Nets {
    @Network
    static Block net() {
        return new SequentialBlock().add(Parts.first()).add(Parts.second());
    }
}
