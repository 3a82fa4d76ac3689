package example;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.fovea.Input;
import dev.fovea.Network;

public class Nets {
    @Network(input = @Input(channels = 3, size = 64))
    static Block context() {
        SequentialBlock net = new SequentialBlock();
        for (int rate : Rates.ALL) {
            net.add(Parts.dilated(rate));
        }
        return net;
    }
}
