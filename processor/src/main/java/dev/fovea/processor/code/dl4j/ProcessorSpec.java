package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * An {@code InputPreProcessor}.
 *
 * @param kind simple name of its class
 */
record ProcessorSpec(String kind) implements Foreign {
    /** Whether it leaves all units where layers expect them: what is flattened is read by layers that flatten. */
    boolean isPlain() {
        return kind.equals("CnnToFeedForwardPreProcessor") || kind.equals("Cnn3DToFeedForwardPreProcessor");
    }

    @Override
    public String typeName() {
        return "org.deeplearning4j.nn.conf.preprocessor." + kind;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return Invocation.NONE;
    }
}
