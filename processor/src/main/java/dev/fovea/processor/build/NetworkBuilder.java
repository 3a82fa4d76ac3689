package dev.fovea.processor.build;

import dev.fovea.processor.finding.Finding;
import dev.fovea.processor.finding.Place;
import dev.fovea.processor.finding.Structural;
import dev.fovea.processor.network.Extent;
import dev.fovea.processor.network.Layer;
import dev.fovea.processor.network.MapShape;
import dev.fovea.processor.network.Network;
import dev.fovea.processor.network.Pins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Puts a network together from its declarations: validates attributes, resolves names, infers shapes and costs.
 *
 * <p>Every fault is reported once; a layer with a fault, and what depends on it, has unknown figures from there on.
 */
public final class NetworkBuilder {
    private final ModelDeclaration model;
    private final Problems problems = new Problems();
    private final Extents extents = new Extents();
    private final Map<String, String> endpoints = new HashMap<>();
    private boolean axesValid;

    private NetworkBuilder(ModelDeclaration model) {
        this.model = model;
    }

    /**
     * A network and the structural faults found on the way.
     *
     * @param findings in declaration order
     */
    public record Built(Network network, List<Finding> findings) {}

    /** Builds the network of {@code model}, which has at least one layer. */
    public static Built build(ModelDeclaration model) {
        return new NetworkBuilder(model).build();
    }

    private Built build() {
        Attributes input = new Attributes("the input", model.input(), Place.model("Input", ""), problems);
        int axes = (int) Math.max(1, Math.min(3, input.raw("axes")));
        axesValid = axes == input.raw("axes");
        if (!axesValid) {
            input.invalid("axes", -1, "axes of the input is %d; a network has 1, 2 or 3".formatted(input.raw("axes")));
        }
        MapShape shape = inputShape(input, axes);
        Assembly assembly = new Assembly(axes, shape, problems, extents);
        for (int i = 0; i < model.layers().size(); i++) {
            assembly.add(layer(assembly, i, model.layers().get(i)));
        }
        return new Built(new Network(model.model(), axes, shape, assembly.layers(), model.hdc()), problems.findings());
    }

    private MapShape inputShape(Attributes input, int axes) {
        long channels = input.number("channels", 0);
        long[] size = axesValid && !input.numbers("size").isEmpty() ? input.perAxis("size", axes, 0) : new long[axes];
        List<Extent> known = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            known.add(size[axis] > 0 && input.areValid() ? Extent.of(size[axis]) : extents.unknown("input", axis));
        }
        return new MapShape(channels > 0 ? OptionalLong.of(channels) : OptionalLong.empty(), known);
    }

    private Layer layer(Assembly assembly, int index, Declaration declaration) {
        Attributes attributes = new Attributes(declaration.name(), declaration.values(), Place.layer(index), problems);
        Draft draft = new Draft(assembly, index, declaration, List.of(assembly.previous()), attributes);
        if (declaration.isBroken() || !axesValid) {
            return draft.unknown();
        }
        try {
            Operations.of(declaration.annotation()).accept(draft);
            Optional<String> endpoint = endpoint(index, declaration);
            Optional<Pins> pins = Expectations.read(draft);
            return attributes.areValid() ? draft.layer(endpoint, pins) : draft.unknown();
        } catch (ArithmeticException overflow) {
            problems.add(
                    Structural.INVALID_ATTRIBUTE,
                    Place.layer(index),
                    "the figures of %s exceed 2^63 - 1; use smaller attributes".formatted(declaration.name()));
            return draft.unknown();
        }
    }

    private Optional<String> endpoint(int index, Declaration declaration) {
        Map<String, Object> values = declaration.beside().get("Endpoint");
        if (values == null) {
            return Optional.empty();
        }
        String name = (String) values.get("value");
        String first = endpoints.putIfAbsent(name, declaration.name());
        if (first != null) {
            problems.add(
                    Structural.LAYER_CONFLICT,
                    Place.beside(index, "Endpoint", "value"),
                    "endpoint \"%s\" of %s is already that of %s; choose another name"
                            .formatted(name, declaration.name(), first));
            return Optional.empty();
        }
        return Optional.of(name);
    }
}
