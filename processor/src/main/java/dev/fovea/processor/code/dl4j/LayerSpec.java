package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer's configuration.
 *
 * @param kind simple name of its class
 * @param settings what its builder was told, by method
 * @param code the expression that creates it
 */
record LayerSpec(String kind, Map<String, List<Argument>> settings, Code code) implements Foreign {
    /** The only argument of a method; null if it was not called. */
    @Nullable
    Argument setting(String method) {
        List<Argument> arguments = settings.get(method);
        return arguments == null || arguments.isEmpty() ? null : arguments.get(0);
    }

    /** Its own name; null where it has none. */
    @Nullable
    String name() {
        Argument name = setting("name");
        return name != null && name.value() instanceof String text ? text : null;
    }

    @Override
    public String typeName() {
        return "org.deeplearning4j.nn.conf.layers." + kind;
    }

    /** A setter that changes it is not followed. */
    @Override
    public @Nullable Object call(Invocation invocation) {
        return invocation.name().startsWith("get")
                ? invocation.unknown("what %s returns is known only at run time".formatted(invocation.name()))
                : Invocation.NONE;
    }
}
