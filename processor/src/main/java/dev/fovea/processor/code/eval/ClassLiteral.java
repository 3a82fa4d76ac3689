package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/** A class as a value. */
record ClassLiteral(String name) implements Foreign {
    @Override
    public String typeName() {
        return "java.lang.Class";
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return switch (invocation.name()) {
            case "getSimpleName" -> name.substring(name.lastIndexOf('.') + 1);
            case "getName" -> name;
            default -> Invocation.NONE;
        };
    }
}
