package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code ComputationGraphConfiguration.GraphBuilder}: layers and vertices that name what they read. */
final class GraphBuilder implements Foreign {
    private static final String NAME = "org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder";

    private final GlobalBuilder global;
    private final Map<String, ConfigurationPart> parts = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> processors = new HashMap<>();
    private final List<String> inputs = new ArrayList<>();
    private List<String> outputs = List.of();
    private @Nullable Object kind;
    private @Nullable String last;

    GraphBuilder(GlobalBuilder global, Invocation invocation) {
        this.global = global;
    }

    @Override
    public String typeName() {
        return NAME;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        switch (invocation.name()) {
            case "addInputs":
                inputs.addAll(texts(invocation, 0));
                last = inputs.isEmpty() ? last : inputs.get(inputs.size() - 1);
                return this;
            case "setInputTypes":
                kind = invocation.count() == 1 ? only(invocation.value(0)) : null;
                return this;
            case "setOutputs":
                outputs = texts(invocation, 0);
                return this;
            case "addLayer", "layer", "addVertex", "appendLayer", "appendVertex":
                add(invocation);
                return this;
            case "inputPreProcessor":
                processors.put(text(invocation.arguments().get(0), invocation), invocation.value(1));
                return this;
            case "getVertices":
                Map<String, Object> vertices = new LinkedHashMap<>();
                parts.forEach((name, part) -> vertices.put(name, part.code()));
                return vertices;
            case "build":
                return built();
            case "removeVertex", "getVertexInputs", "getNetworkInputs", "getLayerActivationTypes":
                return Invocation.NONE;
            default:
                return this;
        }
    }

    private static @Nullable Object only(@Nullable Object kinds) {
        List<@Nullable Object> entries = Values.entries(kinds);
        return entries.size() == 1 ? entries.get(0) : null;
    }

    private void add(Invocation invocation) {
        String name = text(invocation.arguments().get(0), invocation);
        if (parts.containsKey(name)) {
            throw invocation.notRead("this code throws an exception: there is a vertex \"%s\" already".formatted(name));
        }
        Argument what = invocation.arguments().get(1);
        boolean isProcessed = invocation.count() > 2 && invocation.value(2) instanceof ProcessorSpec;
        boolean isNull = invocation.count() > 2 && invocation.value(2) == null;
        List<String> read = texts(invocation, isProcessed || isNull ? 3 : 2);
        if (invocation.name().startsWith("append")) {
            if (last == null) {
                throw invocation.notRead("this code throws an exception: there is nothing to append to");
            }
            read = List.of(last);
        }
        parts.put(
                name,
                new ConfigurationPart(
                        name,
                        what.value(),
                        read,
                        global.settings(),
                        isProcessed ? invocation.value(2) : null,
                        what.code()));
        last = name;
    }

    private static List<String> texts(Invocation invocation, int from) {
        List<String> texts = new ArrayList<>();
        for (Argument argument :
                invocation.arguments().subList(Math.min(from, invocation.count()), invocation.count())) {
            for (Object entry : Values.entries(argument.value())) {
                texts.add(text(new Argument(entry, argument.code()), invocation));
            }
        }
        return List.copyOf(texts);
    }

    private static String text(Argument argument, Invocation invocation) {
        Object value = argument.value();
        if (value instanceof String || value instanceof Integer) {
            return value.toString();
        }
        throw invocation.notRead("the name of a layer is known only at run time");
    }

    private NetworkConfiguration built() {
        List<ConfigurationPart> all = new ArrayList<>();
        parts.forEach((name, part) -> all.add(
                processors.containsKey(name)
                        ? new ConfigurationPart(
                                name, part.what(), part.inputs(), part.defaults(), processors.get(name), part.code())
                        : part));
        return new NetworkConfiguration(
                "org.deeplearning4j.nn.conf.ComputationGraphConfiguration", all, List.copyOf(inputs), kind, outputs);
    }
}
