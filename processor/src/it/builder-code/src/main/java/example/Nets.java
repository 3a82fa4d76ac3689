package example;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import dev.fovea.Input;
import dev.fovea.Network;

class Nets {
    @Network(input = @Input(channels = 3, size = 64))
    static Block gridded() {
        SequentialBlock net = new SequentialBlock();
        for (int rate = 2; rate <= 8; rate *= 2) {
            net.add(Parts.dilated(rate));
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 64))
    static Block sound() {
        SequentialBlock net = new SequentialBlock();
        for (int rate : new int[] {1, 2, 5}) {
            net.add(Parts.dilated(rate));
        }
        return net;
    }

    @Network(input = @Input(channels = 3, size = 64))
    static Block unknown() {
        return Parts.dilated(Integer.getInteger("rate"));
    }
}
