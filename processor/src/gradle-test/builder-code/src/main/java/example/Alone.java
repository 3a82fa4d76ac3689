package example;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import dev.fovea.Input;
import dev.fovea.Network;

/** A model whose code is all here. */
class Alone {
    @Network(input = @Input(channels = 3, size = 64))
    static Block stem() {
        return Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(16).build();
    }
}
