package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.internal.NearestNames;
import dev.fovea.internal.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names by which the layers of one model, or of one use of a block, refer to each other. */
final class References {
    private final Problems problems;
    private final String prefix;
    private final Map<String, Integer> known = new LinkedHashMap<>();
    private final Map<String, Declaration> declared = new HashMap<>();
    private final Map<String, UsedBlock> uses = new HashMap<>();
    private final SharedWeights weights;
    private int previous;

    /**
     * What a layer reads.
     *
     * @param entries for each of the layers, the entry of {@code from} that names it
     */
    record Sources(List<Integer> layers, List<Integer> entries) {}

    /**
     * @param prefix what the expanded names of the layers start with
     * @param input the layer that {@code Network.INPUT} stands for
     * @param declared the layers, in declaration order
     */
    References(Assembly assembly, String prefix, int input, List<Declaration> declared) {
        this.problems = assembly.problems();
        this.weights = new SharedWeights(assembly, declared);
        this.prefix = prefix;
        this.previous = input;
        known.put(dev.fovea.Network.INPUT, input);
        for (Declaration declaration : declared) {
            this.declared.put(declaration.name(), declaration);
        }
    }

    SharedWeights weights() {
        return weights;
    }

    boolean isKnown(String name) {
        return known.containsKey(name);
    }

    /** The expanded name of a layer. */
    String expanded(String name) {
        return prefix + name;
    }

    /** Makes a layer known; the next one reads it by default. */
    void define(String name, int index) {
        known.put(name, index);
        follow(index);
    }

    /** Makes the use of a block known. */
    void define(String name, int index, UsedBlock block) {
        uses.put(name, block);
        define(name, index);
    }

    /** The layer that a name declared here stands for. */
    int index(String name) {
        return Objects.requireNonNull(known.get(name));
    }

    /** Makes a layer without a name of its own the one that the next one reads by default. */
    void follow(int index) {
        previous = index;
    }

    /** What a layer reads where it does not say. */
    int previous() {
        return previous;
    }

    /**
     * The layers that {@code from} names, or the previous one; empty after a fault, which is reported.
     *
     * @param merges whether the layer joins several inputs
     */
    Optional<Sources> sources(Declaration declaration, Attributes attributes, boolean merges) {
        List<String> names = attributes.texts("from");
        boolean all = names.size() == 1 && names.get(0).contains("[*].");
        if (merges && names.size() < 2 && !all) {
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
        boolean parts = declaration.operation().takesParts();
        if (!merges && names.size() > 1 && !(parts && names.size() == Attentions.PARTS)) {
            attributes.invalid(
                    "from",
                    -1,
                    "%s reads %s layers; @%s takes one%s"
                            .formatted(
                                    declaration.name(),
                                    names.size(),
                                    declaration.annotation(),
                                    parts
                                            ? ", or three: queries, keys and values"
                                            : ": join them with @Add or @Concat first"));
            return Optional.empty();
        }
        if (names.isEmpty()) {
            return Optional.of(new Sources(List.of(previous), List.of(0)));
        }
        List<Integer> layers = new ArrayList<>();
        List<Integer> entries = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < names.size(); i++) {
            List<Integer> found = find(declaration, attributes.place("from").at(i), names.get(i), merges);
            complete &= !found.isEmpty();
            layers.addAll(found);
            entries.addAll(Collections.nCopies(found.size(), i));
        }
        if (complete && merges && layers.size() < 2) {
            attributes.invalid(
                    "from",
                    -1,
                    "%s joins one layer only: the block of %s is not repeated; @%s takes two or more"
                            .formatted(declaration.name(), Printable.line(names.get(0)), declaration.annotation()));
            return Optional.empty();
        }
        return complete ? Optional.of(new Sources(layers, entries)) : Optional.empty();
    }

    /** The earlier layer, or the input, of that name; empty after a fault, which is reported. */
    Optional<Integer> resolve(Declaration reader, Place place, String name) {
        return find(reader, place, name, false).stream().findFirst();
    }

    /** The layers of that name: several where a block's endpoint is read in all repetitions; none after a fault. */
    private List<Integer> find(Declaration reader, Place place, String name, boolean takesSeveral) {
        Integer index = known.get(name);
        if (index != null) {
            return List.of(index);
        }
        Optional<EndpointName> endpoint =
                EndpointName.of(name).filter(inner -> known.containsKey(inner.use()) && isUse(inner.use()));
        if (endpoint.isEmpty()) {
            problems.add(Structural.UNKNOWN_LAYER, place, message(reader.name(), name));
            return List.of();
        }
        UsedBlock block = uses.get(endpoint.get().use());
        if (block == null) {
            // The use has a fault, so that nothing is known of its endpoints.
            return List.of(index(endpoint.get().use()));
        }
        Optional<String> fault = block.fault(endpoint.get(), takesSeveral);
        if (fault.isPresent()) {
            problems.add(
                    Structural.UNKNOWN_LAYER,
                    place,
                    "%s reads %s, but %s".formatted(reader.name(), Printable.line(name), fault.get()));
            return List.of();
        }
        return block.layers(endpoint.get());
    }

    private boolean isUse(String name) {
        return declared.containsKey(name)
                && Objects.requireNonNull(declared.get(name)).isUse();
    }

    private String message(String reader, String name) {
        if (expanded(name).equals(reader)) {
            return "%s reads itself; name a layer declared before it".formatted(reader);
        }
        String declaredName = EndpointName.of(name).map(EndpointName::use).orElse(name);
        if (declared.containsKey(declaredName) && !known.containsKey(declaredName)) {
            return "%s reads %s, which is declared after it; declare %s first"
                    .formatted(reader, Printable.line(name), Printable.line(declaredName));
        }
        return "%s reads %s, but there is no such layer before it; the nearest name is %s"
                .formatted(
                        reader,
                        Printable.line(name),
                        NearestNames.nearest(name, known.keySet()).orElseThrow());
    }
}
