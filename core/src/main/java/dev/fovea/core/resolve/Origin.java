package dev.fovea.core.resolve;

import java.util.List;
import java.util.Optional;

/**
 * Where the value of a layer's attribute is written: on the layer, or as the argument of a use of a block around it.
 *
 * @param depth position of the declaration on the layer's path, 0 for the outermost
 * @param attribute name of the attribute there
 */
public record Origin(int depth, String attribute) {
    /** What of an attribute's value matters. */
    public interface Part {
        /** The part of {@code value}, which a declaration states for an attribute. */
        Object of(int depth, String attribute, Object value);
    }

    /** Follows the placeholders of whole values. */
    public static Origin of(List<Declaration> path, String attribute) {
        return of(path, attribute, (depth, name, value) -> value);
    }

    /** Follows placeholders outwards from the innermost declaration, which has the attribute. */
    public static Origin of(List<Declaration> path, String attribute, Part part) {
        int depth = path.size() - 1;
        String name = attribute;
        while (depth > 0) {
            Object written = path.get(depth).values().get(name);
            Optional<String> argument =
                    written == null ? Optional.empty() : Params.attribute(part.of(depth, name, written));
            if (argument.isEmpty()) {
                break;
            }
            name = argument.get();
            depth--;
        }
        return new Origin(depth, name);
    }
}
