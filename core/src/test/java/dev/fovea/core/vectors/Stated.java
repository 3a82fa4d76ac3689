package dev.fovea.core.vectors;

import dev.fovea.core.resolve.Declaration;
import java.util.List;

/** Typed access to the attributes of a declaration. */
record Stated(Declaration declaration) {
    String name() {
        return declaration.name();
    }

    String annotation() {
        return declaration.annotation();
    }

    boolean has(String attribute) {
        return declaration.values().containsKey(attribute);
    }

    /** The entry of an axis, where one entry stands for all. */
    long entry(String attribute, int axis) {
        List<Long> entries = numbers(attribute);
        return entries.get(entries.size() == 1 ? 0 : axis);
    }

    long number(String attribute) {
        return (Long) value(attribute);
    }

    double decimal(String attribute) {
        return (Double) value(attribute);
    }

    boolean flag(String attribute) {
        return (Boolean) value(attribute);
    }

    String text(String attribute) {
        return (String) value(attribute);
    }

    @SuppressWarnings("unchecked")
    List<Long> numbers(String attribute) {
        return (List<Long>) value(attribute);
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String attribute) {
        return (List<String>) value(attribute);
    }

    private Object value(String attribute) {
        return declaration.values().get(attribute);
    }
}
