package dev.fovea.djl.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer in the one form that all ways to write it have.
 *
 * @param name of the layer
 * @param operation what it does, in words
 * @param attributes what describes it, in a fixed order
 * @param from places of the parts read; -1 is the input
 * @param held whose parameters it has, in order
 * @param shared place of the part whose weights it uses; -1 = it has its own, if any
 */
public record Part(
        String name,
        String operation,
        Map<String, Object> attributes,
        List<Integer> from,
        List<Held> held,
        int shared) {
    /**
     * Parameters of a layer.
     *
     * @param layer its name
     * @param first the first of its parameters
     * @param behind the first that belongs to another part
     */
    public record Held(String layer, int first, int behind) {
        static Held all(String layer) {
            return new Held(layer, 0, Integer.MAX_VALUE);
        }
    }

    /** Whether the order of what it reads does not matter. */
    boolean commutes() {
        return operation.equals("sum") || operation.equals("product");
    }

    Part with(String attribute, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Part(name, operation, more, from, held, shared);
    }
}
