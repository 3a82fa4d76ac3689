package dev.fovea.processor.fuzz;

import dev.fovea.core.network.Operation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Model classes whose annotations have any values that compile, sensible or not. */
final class AnnotatedSources {
    private static final List<String> LAYERS = Stream.of(Operation.values())
            .filter(operation -> operation.isAnnotation() && operation.isLayer())
            .map(Operation::label)
            .toList();
    private static final List<String> BESIDE = List.of("Endpoint", "Expect", "Detects", "Accept");
    private static final List<String> INTEGERS = List.of(
            "1",
            "2",
            "3",
            "0",
            "4",
            "5",
            "7",
            "16",
            "64",
            "-1",
            "Padding.SAME",
            "Padding.CAUSAL",
            "Groups.DEPTHWISE",
            "Param.RATE",
            "Param.OUT",
            "Param.KERNEL",
            "Param.STRIDE",
            "Param.ARG0",
            "Param.ARG15",
            "Param.RATE + 1",
            "1 << 24",
            "(1 << 24) + 1",
            "Integer.MAX_VALUE",
            "Integer.MIN_VALUE",
            "65537",
            "'a'",
            "100000");
    private static final List<String> DOUBLES = List.of(
            "0.5", "0", "1", "-1", "2.5", "Double.NaN", "Double.POSITIVE_INFINITY", "1e300", "Double.MIN_VALUE");
    private static final List<String> TEXTS = List.of(
            "l0",
            "l1",
            "l2",
            "l3",
            "<input>",
            "",
            "l0.m0",
            "l0[0].m1",
            "l0[*].m0",
            "l1[-1].m0",
            "*",
            ".",
            "[",
            "l0[",
            "l0[99999999999].m0",
            "1/2",
            "1/0",
            "-3",
            "0x1",
            "DilationGap",
            "ShapeMismatch",
            "nobody",
            "\\u202e",
            "\\0",
            "a b",
            "</script>");

    private final Choices choices;
    private final String name;
    private int depth;

    private AnnotatedSources(Choices choices, String name) {
        this.choices = choices;
        this.name = name;
    }

    /** The source of a class of this name, with two blocks in it. */
    static String of(byte[] bytes, String name) {
        return new AnnotatedSources(new Choices(bytes), name).source();
    }

    private String source() {
        String members = members("l", 1 + choices.below(6));
        String one = members("m", 1 + choices.below(3));
        String two = members("m", choices.below(3));
        String onClass = choices.oneIn(2) ? annotation("Network") + "\n" : "";
        String accepted = choices.oneIn(4) ? annotation("Accept") + "\n" : "";
        return """
                import dev.fovea.*;

                %s%sclass %s {
                %s
                    @Block static class One {
                %s    }

                    @Block static class Two {
                %s    }
                }
                """.formatted(onClass, accepted, name, members, one, two);
    }

    private String members(String prefix, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("    ").append(annotation(choices.of(LAYERS))).append('\n');
            if (choices.oneIn(4)) {
                text.append("    ").append(annotation(choices.of(BESIDE))).append('\n');
            }
            text.append("    Object ").append(prefix).append(i).append(";\n");
        }
        return text.toString();
    }

    private String annotation(String type) {
        List<String> attributes = new ArrayList<>();
        for (Method attribute : attributes(type)) {
            boolean required = attribute.getDefaultValue() == null;
            if (required || choices.oneIn(3)) {
                attributes.add(attribute.getName() + " = " + value(attribute.getName(), attribute.getReturnType()));
            }
        }
        return "@" + type + "(" + String.join(", ", attributes) + ")";
    }

    private static List<Method> attributes(String type) {
        try {
            return Arrays.stream(Class.forName("dev.fovea." + type).getDeclaredMethods())
                    .sorted(Comparator.comparing(Method::getName))
                    .toList();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private String value(String attribute, Class<?> type) {
        if (type.isArray()) {
            List<String> entries = new ArrayList<>();
            // Mostly one entry, as people write.
            int count = choices.of(1, 1, 1, 2, 2, 4, 0, 3, 5);
            for (int i = 0; i < count; i++) {
                entries.add(value(attribute, type.getComponentType()));
            }
            return "{" + String.join(", ", entries) + "}";
        }
        if (type == int.class) {
            return choices.of(INTEGERS);
        }
        if (type == long.class) {
            return choices.of("0", "1", "27", "-1", "Long.MAX_VALUE", "Long.MIN_VALUE");
        }
        if (type == boolean.class) {
            return choices.of("true", "false");
        }
        if (type == double.class) {
            return choices.of(DOUBLES);
        }
        if (type == Class.class) {
            return choices.of(name + ".One", name + ".Two", name + ".One", name, "Object", "String[]", "int")
                    + ".class";
        }
        if (type.isEnum()) {
            return type.getSimpleName() + "." + choices.of(type.getEnumConstants());
        }
        if (type.isAnnotation()) {
            return depth++ > 20 ? "@" + type.getSimpleName() : annotation(type.getSimpleName());
        }
        return "\"" + choices.of(TEXTS) + "\"";
    }
}
