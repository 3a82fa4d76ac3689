package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code NeuralNetConfiguration.Builder}: what layers take where they state nothing themselves. */
final class GlobalBuilder implements Foreign {
    static final String NAME = "org.deeplearning4j.nn.conf.NeuralNetConfiguration.Builder";

    private final Map<String, Argument> settings = new HashMap<>();

    /** What is stated so far. */
    Map<String, Argument> settings() {
        return Map.copyOf(settings);
    }

    @Override
    public String typeName() {
        return NAME;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        switch (invocation.name()) {
            case "list":
                ListBuilder list = new ListBuilder(this, invocation);
                for (Argument argument : invocation.arguments()) {
                    Values.entries(argument.value()).forEach(layer -> list.add(layer, argument.code()));
                }
                return list;
            case "graphBuilder":
                return invocation.count() == 0 ? new GraphBuilder(this, invocation) : Invocation.NONE;
            case "clone":
                GlobalBuilder copy = new GlobalBuilder();
                copy.settings.putAll(settings);
                return copy;
            case "build", "layer":
                return Invocation.NONE;
            default:
                if (invocation.name().startsWith("set")) {
                    return Invocation.NONE;
                }
                if (invocation.count() > 0) {
                    settings.put(invocation.name(), invocation.arguments().get(0));
                }
                return this;
        }
    }
}
