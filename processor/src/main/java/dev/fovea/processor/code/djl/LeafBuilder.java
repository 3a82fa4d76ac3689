package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A builder of one of the library's layers: remembers what it is told, and where. */
final class LeafBuilder implements Foreign {
    private final String type;
    private final Invocation start;
    private final Map<String, Argument> settings = new LinkedHashMap<>();

    /** @param type qualified name of the block's class */
    LeafBuilder(String type, Invocation start) {
        this.type = type;
        this.start = start;
    }

    @Override
    public String typeName() {
        return type + ".Builder";
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        if (invocation.is("build", 0)) {
            return new Leaf(type, settings, start);
        }
        if (invocation.is("self", 0)) {
            return this;
        }
        // Several arguments stand for a list.
        Object value = invocation.count() == 1
                ? invocation.value(0)
                : invocation.arguments().stream().map(Argument::value).toList();
        settings.put(
                invocation.name(),
                new Argument(
                        value,
                        invocation.count() == 0
                                ? invocation.code()
                                : invocation.arguments().get(0).code()));
        return this;
    }
}
