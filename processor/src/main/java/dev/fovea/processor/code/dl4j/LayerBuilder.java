package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A builder of a layer: remembers what it is told, and where. */
final class LayerBuilder implements Foreign {
    private final String type;
    private final Invocation start;
    private final Map<String, List<Argument>> settings = new LinkedHashMap<>();

    /** @param type qualified name of the layer's class */
    LayerBuilder(String type, Invocation start) {
        this.type = type;
        this.start = start;
        settings.putAll(Constructors.settings(kind(), start.arguments()));
    }

    private String kind() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    LayerSpec built() {
        return new LayerSpec(kind(), Map.copyOf(settings), start.code());
    }

    @Override
    public String typeName() {
        return type + ".Builder";
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        String method = invocation.name();
        if (invocation.is("build", 0)) {
            return built();
        }
        if (method.startsWith("get") || method.startsWith("is") && invocation.count() == 0) {
            return Invocation.NONE;
        }
        boolean isSetter = method.startsWith("set") && method.length() > 3;
        String name = isSetter ? Character.toLowerCase(method.charAt(3)) + method.substring(4) : method;
        settings.put(Constructors.alias(name), invocation.arguments());
        return isSetter ? null : this;
    }
}
