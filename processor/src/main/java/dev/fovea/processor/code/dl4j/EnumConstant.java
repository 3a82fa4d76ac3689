package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an enum, or an object without a state of its own.
 *
 * @param type qualified name of the enum
 */
record EnumConstant(String type, String name) implements Foreign {
    /** The name of a constant; empty for anything else. */
    static String nameOf(@Nullable Object value) {
        return value instanceof EnumConstant constant ? constant.name : "";
    }

    @Override
    public String typeName() {
        return type;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable String constant() {
        return name.isEmpty() ? null : name;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return switch (invocation.name()) {
            case "name", "toString" -> name;
            case "equals" -> equals(invocation.value(0));
            case "getActivationFunction", "toPoolingType" -> this;
            default -> Invocation.NONE;
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
