package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.internal.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names by which the layers of one model, or of one use of a block, refer to each other. */
final class References {
    private final Problems problems;
    private final String prefix;
    private final Map<String, Integer> known = new LinkedHashMap<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private int previous;

    /**
     * @param prefix what the expanded names of the layers start with
     * @param input the layer that {@code Network.INPUT} stands for
     * @param declared the layers, in declaration order
     */
    References(Problems problems, String prefix, int input, List<Declaration> declared) {
        this.problems = problems;
        this.prefix = prefix;
        this.previous = input;
        known.put(dev.fovea.Network.INPUT, input);
        for (Declaration declaration : declared) {
            this.declared.add(declaration.name());
        }
    }

    /** The expanded name of a layer. */
    String expanded(String name) {
        return prefix + name;
    }

    /** Makes a layer known; the next one reads it by default. */
    void define(String name, int index) {
        known.put(name, index);
        previous = index;
    }

    /** What a layer reads that does not say. */
    int previous() {
        return previous;
    }

    /**
     * The layers that {@code from} names, or the previous one; empty after a fault, which is reported.
     *
     * @param merges whether the layer joins several inputs
     */
    Optional<List<Integer>> sources(Declaration declaration, Attributes attributes, boolean merges) {
        List<String> names = attributes.texts("from");
        if (merges && names.size() < 2) {
            attributes.invalid(
                    "from",
                    -1,
                    "%s joins %s; @%s takes two or more layers: name them in from"
                            .formatted(
                                    declaration.name(),
                                    names.isEmpty() ? "nothing" : "one layer only",
                                    declaration.annotation()));
            return Optional.empty();
        }
        if (!merges && names.size() > 1) {
            attributes.invalid(
                    "from",
                    -1,
                    "%s reads %s layers; @%s takes one: join them with @Add or @Concat first"
                            .formatted(declaration.name(), names.size(), declaration.annotation()));
            return Optional.empty();
        }
        if (names.isEmpty()) {
            return Optional.of(List.of(previous));
        }
        List<Integer> sources = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<Integer> source =
                    resolve(declaration, attributes.place("from").at(i), names.get(i));
            if (source.isPresent()) {
                sources.add(source.get());
            }
        }
        return sources.size() == names.size() ? Optional.of(sources) : Optional.empty();
    }

    /** The earlier layer, or the input, of that name; empty after a fault, which is reported. */
    Optional<Integer> resolve(Declaration reader, Place place, String name) {
        Optional<Integer> index = Optional.ofNullable(known.get(name));
        if (index.isEmpty()) {
            problems.add(Structural.UNKNOWN_LAYER, place, message(reader.name(), name));
        }
        return index;
    }

    private String message(String reader, String name) {
        if (expanded(name).equals(reader)) {
            return "%s reads itself; name a layer declared before it".formatted(reader);
        }
        if (declared.contains(name)) {
            return "%s reads %s, which is declared after it; declare %s first".formatted(reader, name, name);
        }
        return "%s reads %s, but there is no such layer before it; the nearest name is %s"
                .formatted(
                        reader, name, NearestNames.nearest(name, known.keySet()).orElseThrow());
    }
}
