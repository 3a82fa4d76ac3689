package dev.fovea.onnx.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An operator with its inputs and outputs.
 *
 * @param name as the exporter gave it; may be empty
 * @param type name of the operator
 * @param domain of the operator; empty for the standard one
 * @param inputs names of tensors; empty where an optional one is left out
 * @param attributes by name
 * @param metadata what newer exporters tell about a node's origin
 */
public record Node(
        String name,
        String type,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, Attribute> attributes,
        Map<String, String> metadata) {
    public Node {
        domain = domain.equals("ai.onnx") ? "" : domain;
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = new LinkedHashMap<>(attributes);
        metadata = Map.copyOf(metadata);
    }

    /** The name of an input; empty where there is none. */
    public String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    /** The name of the first output; empty where there is none. */
    public String output() {
        return outputs.isEmpty() ? "" : outputs.get(0);
    }

    public Optional<Attribute> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** An attribute of one integer. */
    public long number(String attribute, long fallback) {
        return attribute(attribute).flatMap(Attribute::number).orElse(fallback);
    }

    /** An attribute of one floating-point number. */
    public double real(String attribute, double fallback) {
        return attribute(attribute).flatMap(Attribute::real).orElse(fallback);
    }

    /** An attribute of one text. */
    public String text(String attribute, String fallback) {
        return attribute(attribute).flatMap(Attribute::text).orElse(fallback);
    }

    /** An attribute of several integers; empty where it is left out. */
    public List<Long> numbers(String attribute) {
        return attribute(attribute).map(Attribute::numbers).orElse(List.of());
    }

    /** How messages name it: by its name, else by its operator and output. */
    public String label() {
        return name.isEmpty() ? type + " -> " + output() : name;
    }
}
