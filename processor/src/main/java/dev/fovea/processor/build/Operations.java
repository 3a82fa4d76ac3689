package dev.fovea.processor.build;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The layer annotations and what builds each. */
public final class Operations {
    private static final Map<String, Consumer<Draft>> BY_ANNOTATION = Map.of(
            "Conv", Convolutions::convolution,
            "Dilated", Convolutions::convolution,
            "Pool", Convolutions::pool);

    private Operations() {}

    /** Simple names of all layer annotations. */
    public static Set<String> names() {
        return BY_ANNOTATION.keySet();
    }

    static Consumer<Draft> of(String annotation) {
        return BY_ANNOTATION.get(annotation);
    }
}
