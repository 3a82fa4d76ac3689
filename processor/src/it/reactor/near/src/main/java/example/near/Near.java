package example.near;

import dev.fovea.Use;
import example.blocks.Context;

public class Near {
    public static final int SIZE = NearReceptiveField.CONTEXT_SIZE;

    @Use(block = Context.class)
    Object context;
}
