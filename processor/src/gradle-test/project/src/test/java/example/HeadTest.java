package example;

import dev.fovea.Conv;

/** Uses a report of the main sources, and is a model itself. */
class HeadTest {
    static final int HEAD = HeadReceptiveField.FAR_SIZE;
    static final int ITSELF = HeadTestReceptiveField.CONV_SIZE;

    @Conv(kernel = 3)
    Object conv;
}
