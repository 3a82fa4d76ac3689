package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Layer;
import dev.fovea.internal.NearestNames;
import dev.fovea.internal.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whose weights the layers and uses of one scope take: a layer that names another one has no parameters of its own. What
 * decides the weights must be equal: attributes, input channels, and for a use each of its layers.
 */
final class SharedWeights {
    private static final String SHARED = "shared";
    private static final Set<String> OWN = Set.of(SHARED, "from");

    private final Assembly assembly;
    private final boolean needed;
    private final Map<String, Bearer> bearers = new LinkedHashMap<>();

    /**
     * What can be shared.
     *
     * @param layers those that it stands for, before they share any weights
     */
    private record Bearer(Declaration declaration, List<Layer> layers) {}

    SharedWeights(Assembly assembly, List<Declaration> declared) {
        this.assembly = assembly;
        this.needed = isNeeded(declared);
    }

    private static boolean isNeeded(List<Declaration> declared) {
        for (Declaration layer : declared) {
            if (!other(layer).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Queries, keys and values by name: nothing is projected, so that there are no weights. */
    private static boolean namesParts(Declaration layer) {
        return layer.operation().takesParts()
                && layer.values().get("from") instanceof List<?> from
                && from.size() == Attentions.PARTS;
    }

    private static String other(Declaration layer) {
        return (String) layer.values().getOrDefault(SHARED, "");
    }

    /** Lets a declaration take the weights of the one it names; its layers are those from {@code first} on. */
    void settle(References names, Site site, String local, Declaration declaration, int first) {
        if (!needed || !declaration.values().containsKey(SHARED) || namesParts(declaration)) {
            return;
        }
        List<Layer> layers =
                List.copyOf(assembly.layers().subList(first, assembly.layers().size()));
        String other = other(declaration);
        if (!other.isEmpty()) {
            Bearer bearer = bearers.get(other);
            Bearer sharer = new Bearer(declaration, layers);
            if (bearer == null) {
                problem(site, Structural.UNKNOWN_LAYER, unknown(names, local, declaration, other));
            } else if (isFit(site, sharer, bearer)) {
                for (int i = 0; i < layers.size(); i++) {
                    assembly.replace(
                            first + i,
                            layers.get(i).sharing(bearer.layers().get(i).name()));
                }
            }
        }
        bearers.put(local, new Bearer(declaration, layers));
    }

    private String unknown(References names, String local, Declaration declaration, String other) {
        String what = "%s shares the weights of %s, ".formatted(declaration.name(), Printable.line(other));
        if (other.equals(local)) {
            return "%s shares its own weights; name a layer declared before it".formatted(declaration.name());
        }
        if (names.isKnown(other)) {
            return what + "which has none to share; name a layer with an attribute shared";
        }
        return what
                + NearestNames.nearest(other, bearers.keySet())
                        .map(nearest -> "but there is no such layer before it; the nearest name is " + nearest)
                        .orElse("but no layer before it has weights");
    }

    /** True if the weights are of one form; what differs is reported. */
    private boolean isFit(Site site, Bearer sharer, Bearer bearer) {
        String what = "%s shares the weights of %s, but "
                .formatted(sharer.declaration().name(), bearer.declaration().name());
        Optional<String> attribute = difference(sharer.declaration(), bearer.declaration());
        if (attribute.isPresent()) {
            different(site, sharer, bearer, Structural.LAYER_CONFLICT, what + attribute.get(), attribute.get());
            return false;
        }
        for (int i = 0; i < sharer.layers().size() && i < bearer.layers().size(); i++) {
            Layer one = sharer.layers().get(i);
            Layer other = bearer.layers().get(i);
            if (differ(channels(one), channels(other))) {
                different(
                        site,
                        sharer,
                        bearer,
                        Structural.SHAPE_MISMATCH,
                        what
                                + "the input of %s has %s channels, that of %s has %s; bring them to one number"
                                        .formatted(
                                                one.name(),
                                                channels(one).getAsLong(),
                                                other.name(),
                                                channels(other).getAsLong()),
                        List.of(i, channels(one), channels(other)));
                return false;
            }
            if (differ(one.costs().parameters(), other.costs().parameters())) {
                problem(
                        site,
                        Structural.SHAPE_MISMATCH,
                        what
                                + "%s has %s parameters, %s has %s: their inputs differ in extent"
                                        .formatted(
                                                one.name(),
                                                one.costs().parameters().getAsLong(),
                                                other.name(),
                                                other.costs().parameters().getAsLong()));
                return false;
            }
        }
        if (sharer.layers().size() != bearer.layers().size()) {
            problem(
                    site,
                    Structural.SHAPE_MISMATCH,
                    what + "only one of them projects a shortcut, since their inputs differ");
            return false;
        }
        return true;
    }

    private static Optional<String> difference(Declaration sharer, Declaration bearer) {
        if (sharer.operation() != bearer.operation()) {
            return Optional.of("one is a @%s, the other a @%s; share the weights of an equal layer"
                    .formatted(sharer.annotation(), bearer.annotation()));
        }
        if (!sharer.block().map(BlockDeclaration::name).equals(bearer.block().map(BlockDeclaration::name))) {
            return Optional.of("they use different blocks; share the weights of a use of the same block");
        }
        return sharer.values().keySet().stream()
                .sorted()
                .filter(name -> !OWN.contains(name)
                        && !sharer.values().get(name).equals(bearer.values().get(name)))
                .findFirst()
                .map(name -> "%s differs: %s and %s; make them equal"
                        .formatted(name, typed(sharer, name), typed(bearer, name)));
    }

    private static String typed(Declaration declaration, String attribute) {
        return TypedValues.of(
                declaration.annotation(),
                attribute,
                Objects.requireNonNull(declaration.values().get(attribute)));
    }

    private OptionalLong channels(Layer layer) {
        return assembly.shape(layer.links().get(0).source()).channels();
    }

    private static boolean differ(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent() && one.getAsLong() != other.getAsLong();
    }

    /** Where several differ from one in the same way, that one is most likely wrong: one fault. */
    private void different(
            Site site, Bearer sharer, Bearer bearer, Structural rule, String message, Object difference) {
        Object fault = List.of(this, bearer.declaration().name(), difference);
        assembly.problems().addOnce(fault, sharer.declaration().name(), rule, Place.attribute(site, SHARED), message);
    }

    private void problem(Site site, Structural rule, String message) {
        assembly.problems().add(rule, Place.attribute(site, SHARED), message);
    }
}
