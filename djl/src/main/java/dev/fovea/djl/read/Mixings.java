package dev.fovea.djl.read;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matrices over all positions of a map, the same for each channel: one by itself, or one to hidden values and one back. */
final class Mixings {
    private Mixings() {}

    /** True if a dimension holds all positions of a map and nothing else. */
    static boolean isOfPositions(View plain, List<Atom> dimension) {
        List<Atom> positions = new View(List.of(plain.from(2))).dimensions().get(0);
        return !positions.isEmpty() && Set.copyOf(dimension).equals(Set.copyOf(positions));
    }

    /** A matrix along the last dimension, which holds the positions. */
    static Value of(Trace trace, Value.Units units, long out, NDArray weight, NDArray bias) {
        List<Parameter> parameters = WindowLayers.parameters("a linear layer", weight, bias);
        int last = units.view().dimensions().size() - 1;
        if (units.shape().get(last) != out) {
            return new Value.Mixed(units, out, bias != null, parameters, "NONE", Map.of());
        }
        Value.Units mixed = trace.add(
                "TokenMixing",
                Map.of("bias", bias != null),
                List.of(units.layer()),
                trace.shape(units.layer()),
                Map.of(),
                parameters);
        return new Value.Units(mixed.layer(), units.view());
    }

    static Value activated(Value.Mixed mixed, String activation, Map<String, Double> constants) {
        if (!mixed.activation().equals("NONE")) {
            throw new UnreadableException("two activations between the matrices over positions");
        }
        return new Value.Mixed(mixed.units(), mixed.hidden(), mixed.bias(), mixed.parameters(), activation, constants);
    }

    /** The matrix back to the positions; with the one before it is a layer. */
    static Value back(Trace trace, Value.Mixed mixed, NDArray weight, NDArray bias) {
        Value.Units units = mixed.units();
        int last = units.view().dimensions().size() - 1;
        if (weight.getShape().get(0) != units.shape().get(last)) {
            throw new UnreadableException("a matrix over positions whose values do not become positions again");
        }
        if (mixed.bias() != (bias != null)) {
            throw new UnreadableException("two matrices over positions of which only one has a bias");
        }
        List<Parameter> parameters = new ArrayList<>(mixed.parameters());
        parameters.addAll(WindowLayers.parameters("a linear layer", weight, bias));
        Map<String, Object> stated = new HashMap<>(Map.of("hidden", mixed.hidden(), "bias", mixed.bias()));
        if (!mixed.activation().equals("NONE")) {
            stated.put("activation", mixed.activation());
        }
        Value.Units result = trace.add(
                "TokenMixing",
                stated,
                List.of(units.layer()),
                trace.shape(units.layer()),
                mixed.constants(),
                parameters);
        return new Value.Units(result.layer(), units.view());
    }
}
