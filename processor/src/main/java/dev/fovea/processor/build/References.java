package dev.fovea.processor.build;

import dev.fovea.processor.finding.Place;
import dev.fovea.processor.finding.Structural;
import dev.fovea.processor.network.Network;
import dev.fovea.report.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves the names by which a layer refers to others. */
final class References {
    private final Assembly assembly;
    private final Set<String> declared = new LinkedHashSet<>();

    /** @param declared the layers of the model, in declaration order */
    References(Assembly assembly, List<Declaration> declared) {
        this.assembly = assembly;
        declared.forEach(declaration -> this.declared.add(declaration.name()));
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
                    "%s reads %d layers; @%s takes one: join them with @Add or @Concat first"
                            .formatted(declaration.name(), names.size(), declaration.annotation()));
            return Optional.empty();
        }
        if (names.isEmpty()) {
            return Optional.of(List.of(assembly.previous()));
        }
        List<Integer> sources = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            resolve(declaration, attributes.place("from").at(i), names.get(i)).ifPresent(sources::add);
        }
        return sources.size() == names.size() ? Optional.of(sources) : Optional.empty();
    }

    /** The earlier layer, or the input, of that name; empty after a fault, which is reported. */
    Optional<Integer> resolve(Declaration reader, Place place, String name) {
        Optional<Integer> index = assembly.index(name);
        if (index.isEmpty()) {
            assembly.problems().add(Structural.UNKNOWN_LAYER, place, message(reader.name(), name));
        }
        return index;
    }

    private String message(String reader, String name) {
        if (name.equals(reader)) {
            return "%s reads itself; name a layer declared before it".formatted(reader);
        }
        if (declared.contains(name)) {
            return "%s reads %s, which is declared after it; declare %s first".formatted(reader, name, name);
        }
        Set<String> earlier = new LinkedHashSet<>();
        for (int i = 0; i <= assembly.previous(); i++) {
            earlier.add(assembly.name(i));
        }
        earlier.retainAll(declared);
        earlier.add(assembly.name(Network.INPUT));
        return "%s reads %s, but there is no such layer before it; the nearest name is %s"
                .formatted(reader, name, NearestNames.nearest(name, earlier).orElseThrow());
    }
}
