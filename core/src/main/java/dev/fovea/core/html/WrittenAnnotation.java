package dev.fovea.core.html;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.resolve.TypedValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spells advice as the whole annotation to type: with what its author has written for the other attributes. */
final class WrittenAnnotation {
    /** Attributes in the order in which people write them; the others follow. */
    private static final List<String> ORDER =
            List.of("from", "shortcut", "value", "kernel", "rate", "stride", "padding", "out", "groups");

    private final ModelDeclaration model;
    private final DeclarationFactory words = new DeclarationFactory();
    private final Map<String, Optional<Declaration>> members = new HashMap<>();

    WrittenAnnotation(ModelDeclaration model) {
        this.model = model;
        add("", model.layers(), new HashSet<>());
    }

    /** Blocks of one simple name cannot be told apart, and so none of their members is known. */
    private void add(String prefix, List<Declaration> layers, Set<String> seen) {
        for (Declaration layer : layers) {
            members.merge(prefix + layer.name(), Optional.of(layer), (one, other) -> Optional.empty());
            layer.block()
                    .filter(block -> seen.add(block.name()))
                    .ifPresent(block -> add(block.simpleName() + ".", block.layers(), seen));
        }
    }

    /** The annotation, or where its member cannot be found the attributes alone. */
    String text(Advice.Statement statement) {
        if (statement.member().isEmpty()) {
            return text(statement.annotation(), model.input(), statement.attributes(), List.of());
        }
        Optional<Declaration> found = members.getOrDefault(statement.member(), Optional.empty());
        if (found.isEmpty()) {
            return attributes(statement);
        }
        Declaration declaration = found.get();
        return statement.annotation().isEmpty()
                ? text(declaration.annotation(), declaration.values(), statement.attributes(), block(declaration))
                : text(
                        statement.annotation(),
                        declaration.beside().getOrDefault(statement.annotation(), Map.of()),
                        statement.attributes(),
                        List.of());
    }

    /** The attributes alone. */
    static String attributes(Advice.Statement statement) {
        return String.join(", ", parts(statement.attributes()));
    }

    private static List<String> parts(Map<String, String> attributes) {
        List<String> parts = new ArrayList<>();
        attributes.forEach((name, value) -> parts.add(name + " = " + value));
        return parts;
    }

    private String text(
            String annotation, Map<String, Object> written, Map<String, String> changed, List<String> first) {
        Map<String, Optional<Object>> defaults = words.attributes(annotation);
        Map<String, String> attributes = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(defaults.keySet());
        // Stated as a class, which comes first.
        names.remove("block");
        names.sort(Comparator.comparing(WrittenAnnotation::rank));
        for (String name : names) {
            Object value = written.get(name);
            String typed = changed.get(name);
            if (typed != null && !typed.isEmpty()) {
                attributes.put(name, typed);
            } else if (typed != null) {
                continue;
            } else if (value != null && !defaults.get(name).equals(Optional.of(value))) {
                attributes.put(name, TypedValues.of(annotation, name, value));
            }
        }
        List<String> parts = new ArrayList<>(first);
        parts.addAll(parts(attributes));
        return "@" + annotation + (parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")");
    }

    private static int rank(String attribute) {
        int index = ORDER.indexOf(attribute);
        return index < 0 ? ORDER.size() : index;
    }

    /** Qualified, but for the model's own package. */
    private List<String> block(Declaration declaration) {
        String own = model.model().substring(0, model.model().lastIndexOf('.') + 1);
        return declaration.block().stream()
                .map(block -> "block = "
                        + (block.name().startsWith(own) ? block.name().substring(own.length()) : block.name())
                        + ".class")
                .toList();
    }
}
