package dev.fovea.core.vectors;

import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declarations as the reader makes them: what is stated, and the annotation's own defaults for the rest. */
public final class Declarations {
    private Declarations() {}

    /** A layer; {@code stated} holds the values that differ from a default or have none. */
    public static Declaration layer(String name, String annotation, Map<String, Object> stated) {
        return new DeclarationFactory().layer(name, annotation, stated);
    }

    /** A model; an empty {@code size} leaves the input's extents unknown. */
    public static ModelDeclaration model(
            String name, int axes, long channels, List<Long> size, List<Declaration> layers) {
        Map<String, Object> input = Map.of("axes", (long) axes, "channels", channels, "size", size);
        return new ModelDeclaration(name, input, Optional.empty(), List.copyOf(layers));
    }

    /** The annotation with this simple name. */
    private static Class<?> type(String annotation) {
        try {
            return Class.forName("dev.fovea." + annotation);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The type of an attribute, or of its entries. */
    public static Class<?> attributeType(String annotation, String attribute) {
        try {
            Class<?> type = type(annotation).getDeclaredMethod(attribute).getReturnType();
            return type.isArray() ? type.getComponentType() : type;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
