package dev.fovea.onnx.sketch;

import dev.fovea.core.resolve.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layers of the same weights, such as a head that all levels of a pyramid share. */
final class TiedWeights {
    private static final String SHARED = "shared";

    private final Map<List<String>, Declaration> bearers = new HashMap<>();

    /** The layer before this one that has its weights; this one is remembered if it is the first. */
    Optional<Declaration> bearer(Item item, Declaration declared) {
        List<String> key = declared.values().containsKey(SHARED) ? key(item) : List.of();
        return key.isEmpty() ? Optional.empty() : Optional.ofNullable(bearers.putIfAbsent(key, declared));
    }

    /** Where elements were stripped, equal names prove nothing unless the same module is called again. */
    private static List<String> key(Item item) {
        List<String> key = new ArrayList<>(item.weights().names());
        if (!key.isEmpty() && !item.weights().areStored()) {
            String module = Scope.module(item.node());
            if (module.isEmpty()) {
                return List.of();
            }
            key.add(module);
        }
        return key;
    }

    /** The layer as one that shares the weights of another; empty where they differ in more than what they read. */
    static Optional<Declaration> sharing(Declaration sharer, Declaration bearer) {
        Map<String, Object> values = new HashMap<>(sharer.values());
        values.put(SHARED, bearer.name());
        Map<String, Object> alike = new HashMap<>(values);
        for (String own : List.of("from", SHARED)) {
            alike.put(own, bearer.values().get(own));
        }
        return sharer.operation() == bearer.operation() && alike.equals(bearer.values())
                ? Optional.of(new Declaration(
                        sharer.name(),
                        sharer.operation(),
                        values,
                        sharer.beside(),
                        sharer.acceptances(),
                        sharer.block(),
                        sharer.rateIsOpen()))
                : Optional.empty();
    }
}
