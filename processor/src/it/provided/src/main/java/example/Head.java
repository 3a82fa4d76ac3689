package example;

import dev.fovea.Conv;

class Head {
    /** Only there if the processor ran. */
    static final int SIZE = HeadReceptiveField.CONV_SIZE;

    @Conv(kernel = 3)
    Object conv;
}
