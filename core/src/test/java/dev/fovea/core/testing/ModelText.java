package dev.fovea.core.testing;

import dev.fovea.Param;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Model declarations from one line per layer, {@code name = Annotation attribute=value …}, after which annotations beside
 * it may follow in the same way; arrays are comma-separated, defaults are those of the annotations.
 */
public final class ModelText {
    private ModelText() {}

    /** A two-dimensional model whose input is unknown. */
    public static ModelDeclaration model(String text) {
        return model(Map.of("axes", 2L, "channels", 0L, "size", List.of()), text);
    }

    /** A model with the given attributes of {@code @Input}. */
    public static ModelDeclaration model(Map<String, Object> input, String text) {
        List<Declaration> layers = new ArrayList<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> layers.add(declaration(line)));
        return new ModelDeclaration("test.Model", input, Optional.empty(), layers);
    }

    /** A model that uses blocks, each by its simple name: {@code u = Use block=Head repeat=2}. */
    public static ModelDeclaration model(Map<String, Object> input, String text, BlockDeclaration... blocks) {
        List<Declaration> layers = model(input, text).layers().stream()
                .map(layer -> using(layer, blocks))
                .toList();
        return new ModelDeclaration("test.Model", input, Optional.empty(), layers);
    }

    /** A block of two axes that may use others; placeholders by their names. */
    public static BlockDeclaration block(String name, String text, BlockDeclaration... blocks) {
        return new BlockDeclaration(
                "test." + name, true, 2, model(Map.of(), text, blocks).layers(), List.of());
    }

    private static Declaration using(Declaration layer, BlockDeclaration... blocks) {
        Optional<BlockDeclaration> used = Arrays.stream(blocks)
                .filter(block -> block.simpleName().equals(layer.values().get("block")))
                .findFirst();
        return new Declaration(
                layer.name(), layer.operation(), layer.values(), layer.beside(), layer.acceptances(), used, false);
    }

    private static Declaration declaration(String line) {
        String[] words = line.split("\\s+");
        Map<String, Map<String, Object>> annotations = new LinkedHashMap<>();
        String annotation = "";
        for (String word : List.of(words).subList(2, words.length)) {
            if (word.contains("=")) {
                String[] parts = word.split("=", 2);
                Object value = parse(parts[1], returnType(annotation(annotation), parts[0]));
                annotations.get(annotation).put(parts[0], value);
            } else {
                annotation = word;
                annotations.put(annotation, new LinkedHashMap<>());
            }
        }
        DeclarationFactory factory = new DeclarationFactory();
        annotations.replaceAll(factory::values);
        Operation operation = Operation.annotated(words[2]).orElseThrow();
        return new Declaration(words[0], operation, annotations.remove(words[2]), annotations);
    }

    private static Class<?> annotation(String name) {
        try {
            return Class.forName("dev.fovea." + name);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalArgumentException(name, unknown);
        }
    }

    private static Class<?> returnType(Class<?> annotation, String attribute) {
        return Arrays.stream(annotation.getDeclaredMethods())
                .filter(method -> method.getName().equals(attribute))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(attribute))
                .getReturnType();
    }

    private static Object parse(String text, Class<?> type) {
        if (type.isArray()) {
            return Arrays.stream(text.split(","))
                    .map(entry -> parse(entry, type.getComponentType()))
                    .toList();
        }
        if (type == int.class || type == long.class) {
            return constant(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return type == double.class ? (Object) Double.valueOf(text) : text;
    }

    private static Long constant(String text) {
        return switch (text) {
            case "SAME" -> (long) dev.fovea.Padding.SAME;
            case "CAUSAL" -> (long) dev.fovea.Padding.CAUSAL;
            case "DEPTHWISE" -> (long) dev.fovea.Groups.DEPTHWISE;
            default -> Character.isLetter(text.charAt(0)) ? placeholder(text) : Long.valueOf(text);
        };
    }

    private static Long placeholder(String name) {
        try {
            return Param.class.getField(name).getLong(null);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalArgumentException(name, unknown);
        }
    }
}
