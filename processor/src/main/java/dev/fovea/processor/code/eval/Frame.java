package dev.fovea.processor.code.eval;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables in scope at a point of the source, and whose code it is. */
final class Frame {
    /** The class that the code belongs to. */
    final ClassSource type;

    /** {@code this}; null in a static context. */
    final @Nullable Instance self;

    private final @Nullable Frame outer;
    private final Map<String, Variable> variables = new HashMap<>();

    private Frame(ClassSource type, @Nullable Instance self, @Nullable Frame outer) {
        this.type = type;
        this.self = self;
        this.outer = outer;
    }

    Frame(ClassSource type, @Nullable Instance self) {
        this(type, self, null);
    }

    /** The scope of a statement or a lambda inside. */
    Frame inner() {
        return new Frame(type, self, this);
    }

    void declare(String name, Variable variable) {
        variables.put(name, variable);
    }

    /** Makes the variables of an inner scope those of this one. */
    void adopt(Frame inner) {
        variables.putAll(inner.variables);
    }

    @Nullable
    Variable find(String name) {
        for (Frame frame = this; frame != null; frame = frame.outer) {
            Variable variable = frame.variables.get(name);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }
}
