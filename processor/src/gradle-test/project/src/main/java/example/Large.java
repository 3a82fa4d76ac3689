package example;

import dev.fovea.Use;

class Large {
    @Use(block = Context.class, repeat = 4)
    Object context;
}
