package dev.fovea.core.resolve;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Puts a network together from its declarations: expands blocks, validates attributes, resolves names, infers shapes and
 * costs.
 *
 * <p>Every fault is reported once; a layer with a fault, and what depends on it, has unknown figures from there on.
 */
public final class NetworkBuilder {
    private NetworkBuilder() {}

    /**
     * A network and what was found on the way.
     *
     * @param outputs per declaration of the model, the index of the layer that its name stands for
     * @param acceptances what the model as a whole accepts on single layers
     * @param findings the structural faults, in declaration order
     * @param ofSize those that a single other size of the input mends
     */
    public record Built(
            Network network,
            Map<String, Integer> outputs,
            List<LayerAcceptance> acceptances,
            List<Finding> findings,
            Set<Finding> ofSize) {}

    /** Builds the network of {@code model}, which has at least one layer. */
    public static Built build(ModelDeclaration model) {
        return build(model, true);
    }

    /** The network of a model that can run; empty, and what would mend it is not sought, where something keeps it from running. */
    public static Optional<Network> running(ModelDeclaration model) {
        Built built = build(model, false);
        return built.findings().isEmpty() ? Optional.of(built.network()) : Optional.empty();
    }

    private static Built build(ModelDeclaration model, boolean advising) {
        Problems problems = new Problems();
        Extents extents = new Extents();
        Attributes input = new Attributes("the input", model.input(), Place.model("Input", ""), problems);
        int axes = (int) Math.max(1, Math.min(3, input.raw("axes")));
        boolean axesValid = axes == input.raw("axes");
        if (!axesValid) {
            input.invalid("axes", -1, "axes of the input is %s; a network has 1, 2 or 3".formatted(input.raw("axes")));
        }
        MapShape shape = inputShape(input, axes, axesValid, extents);
        Assembly assembly = new Assembly(axes, shape, problems, extents);
        Marking marking = new Marking(axes, problems);
        Expansion expansion = new Expansion(assembly, model, marking, axesValid);
        Map<String, Integer> outputs = expansion.run();
        Remarks remarks = new Remarks(model, assembly, marking);
        Network network = new Network(
                model.model(),
                axes,
                shape,
                assembly.layers(),
                objectSizes(model, problems),
                remarks.pins(),
                model.hdc());
        SizeAdvice advice = advising && problems.areOfSizes() ? SizeAdvice.of(network) : SizeAdvice.NONE;
        List<Finding> findings = problems.findings(advice);
        return new Built(network, outputs, remarks.acceptances(), findings, problems.ofSize(findings, advice));
    }

    private static List<Long> objectSizes(ModelDeclaration model, Problems problems) {
        Attributes network = new Attributes(
                "@Network", Map.of("objectSizes", model.objectSizes()), Place.model("Network", ""), problems);
        network.entries("objectSizes", 1);
        return network.areValid() ? model.objectSizes() : List.of();
    }

    private static MapShape inputShape(Attributes input, int axes, boolean axesValid, Extents extents) {
        long channels = input.number("channels", 0);
        long[] size = axesValid && !input.numbers("size").isEmpty() ? input.perAxis("size", axes, 0) : new long[axes];
        List<Extent> known = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            known.add(size[axis] > 0 && input.areValid() ? Extent.of(size[axis]) : extents.unknown("input", axis));
        }
        return new MapShape(channels > 0 ? OptionalLong.of(channels) : OptionalLong.empty(), known);
    }
}
