package example;

import dev.fovea.Use;

class Small {
    @Use(block = Context.class)
    Object context;
}
