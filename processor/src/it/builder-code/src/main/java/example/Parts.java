package example;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

class Parts {
    static Block dilated(int rate) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(rate, rate))
                .optDilation(new Shape(rate, rate))
                .setFilters(8)
                .build();
    }
}
