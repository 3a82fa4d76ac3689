package dev.fovea.core.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The endpoints that one use of a block offers to its neighbours; those of blocks within are not among them. */
final class UsedBlock {
    private final BlockDeclaration block;
    private final List<Map<String, Integer>> repetitions = new ArrayList<>();

    UsedBlock(BlockDeclaration block) {
        this.block = block;
    }

    /** Takes the endpoints of the next repetition, whose layers have these names. */
    void add(References inner) {
        Map<String, Integer> endpoints = new LinkedHashMap<>();
        for (Declaration layer : block.layers()) {
            endpoint(layer)
                    .filter(UsedBlock::isIdentifier)
                    .ifPresent(name -> endpoints.putIfAbsent(name, inner.index(layer.name())));
        }
        repetitions.add(endpoints);
    }

    /** Why a name stands for no endpoint; empty where it does. */
    Optional<String> fault(EndpointName name, boolean takesSeveral) {
        if (!repetitions.get(0).containsKey(name.endpoint())) {
            return Optional.of(unknown(name.endpoint()));
        }
        if (name.isOfAll()) {
            return takesSeveral
                    ? Optional.empty()
                    : Optional.of("it takes one layer; name one repetition, or join them with @Add or @Concat first");
        }
        boolean exists = name.repetition().isEmpty() || Integer.parseInt(name.repetition()) < repetitions.size();
        return exists
                ? Optional.empty()
                : Optional.of("%s has %s; they count from 0"
                        .formatted(
                                name.use(),
                                repetitions.size() == 1 ? "1 repetition" : repetitions.size() + " repetitions"));
    }

    /** The layers of a name without fault, in the order of the repetitions. */
    List<Integer> layers(EndpointName name) {
        List<Map<String, Integer>> meant = name.isOfAll()
                ? repetitions
                : List.of(repetitions.get(
                        name.repetition().isEmpty() ? repetitions.size() - 1 : Integer.parseInt(name.repetition())));
        return meant.stream()
                .map(endpoints -> Objects.requireNonNull(endpoints.get(name.endpoint())))
                .toList();
    }

    private String unknown(String name) {
        String simple = block.simpleName();
        if (block.layers().stream().anyMatch(layer -> endpoint(layer).equals(Optional.of(name)))) {
            return "only an endpoint whose name is an identifier can be read; rename it in %s".formatted(simple);
        }
        List<String> names = List.copyOf(repetitions.get(0).keySet());
        return names.isEmpty()
                ? "%s has no endpoint, and its other layers cannot be named; annotate the one meant with @Endpoint"
                        .formatted(simple)
                : "only endpoints of %s can be named: %s; annotate the layer meant with @Endpoint"
                        .formatted(simple, String.join(", ", names));
    }

    private static Optional<String> endpoint(Declaration layer) {
        return Optional.ofNullable(layer.beside().get("Endpoint")).map(values -> (String) values.get("value"));
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    }
}
