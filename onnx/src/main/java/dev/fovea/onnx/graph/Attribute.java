package dev.fovea.onnx.graph;

import java.util.List;
import java.util.Optional;

/**
 * An attribute of a node; all kinds of value side by side, those that it lacks empty.
 *
 * @param number what an attribute of one integer holds
 * @param real what an attribute of one floating-point number holds
 */
public record Attribute(
        String name,
        Optional<Long> number,
        Optional<Double> real,
        Optional<String> text,
        Optional<Tensor> tensor,
        List<Long> numbers,
        List<Double> reals,
        List<String> texts,
        List<Graph> graphs) {
    public Attribute {
        numbers = List.copyOf(numbers);
        reals = List.copyOf(reals);
        texts = List.copyOf(texts);
        graphs = List.copyOf(graphs);
    }
}
