package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer or vertex of a configuration.
 *
 * @param what its configuration, or something that is not known
 * @param inputs names of what it reads, in order
 * @param defaults what the builder around it states for all layers
 * @param processor what changes its input; null for nothing
 */
record ConfigurationPart(
        String name,
        @Nullable Object what,
        List<String> inputs,
        Map<String, Argument> defaults,
        @Nullable Object processor,
        Code code) {}
