package dev.fovea.core.resolve;

import dev.fovea.core.finding.Site;
import java.util.List;
import java.util.Optional;

/**
 * Where the value of a layer's attribute is written: on the layer, or as the argument of a use of a block around it.
 *
 * @param depth position of the declaration on the layer's path, 0 for the outermost
 * @param attribute name of the attribute there
 * @param entry of {@code args}, the entry; negative = the whole value
 */
public record Origin(int depth, String attribute, int entry) {
    /** What of an attribute's value matters. */
    private interface Part {
        /** The part of {@code value}, which a declaration states for an attribute. */
        Object of(int depth, String attribute, Object value);
    }

    /** Follows the placeholders of whole values. */
    public static Origin of(List<Declaration> path, String attribute) {
        return of(path, attribute, (depth, name, value) -> value);
    }

    /**
     * Follows the placeholders of a layer's attribute.
     *
     * @param site the layer's, with the repetitions, each of which may take its own rate
     * @param entry of the attribute; negative = the whole value
     */
    public static Origin of(List<Declaration> path, String attribute, Site site, int entry) {
        return of(path, attribute, (depth, name, value) -> {
            int at = depth == path.size() - 1 ? entry : site.parts().get(depth).repetition();
            boolean hasEntries = name.equals("rate") && value instanceof List<?> && at >= 0;
            return hasEntries ? entry((List<?>) value, at) : value;
        });
    }

    /** An entry of several, or the one that holds for all. */
    public static Object entry(List<?> entries, int at) {
        return entries.isEmpty() ? entries : entries.get(at < entries.size() ? at : 0);
    }

    /** Follows placeholders outwards from the innermost declaration, which has the attribute. */
    private static Origin of(List<Declaration> path, String attribute, Part part) {
        int depth = path.size() - 1;
        String name = attribute;
        int entry = -1;
        while (depth > 0) {
            Object written = path.get(depth).values().get(name);
            if (written == null || entry >= 0 && entry >= ((List<?>) written).size()) {
                break;
            }
            Object value = entry >= 0 ? ((List<?>) written).get(entry) : part.of(depth, name, written);
            Optional<String> argument = Params.attribute(value);
            if (argument.isEmpty()) {
                break;
            }
            entry = Params.entry(value);
            name = argument.get();
            depth--;
        }
        return new Origin(depth, name, entry);
    }
}
