package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a graph has between layers.
 *
 * @param kind simple name of its class
 * @param arguments those of its constructor
 * @param code the expression that creates it
 */
record VertexSpec(String kind, List<Argument> arguments, Code code) implements Foreign {
    @Override
    public String typeName() {
        return "org.deeplearning4j.nn.conf.graph." + kind;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return Invocation.NONE;
    }
}
