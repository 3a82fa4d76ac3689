package example.far;

import dev.fovea.Use;
import example.blocks.Context;

public class Far {
    public static final int SIZE = FarReceptiveField.CONTEXT_SIZE;

    @Use(block = Context.class, repeat = 2)
    Object context;
}
