package dev.fovea.onnx.graph;

import java.util.List;
import java.util.Optional;

/**
 * An attribute of a node; all kinds of value side by side, those that it lacks empty.
 *
 * @param number what an attribute of one integer holds
 * @param real what an attribute of one floating-point number holds
 * @param reference within an operator that the file defines, the attribute of the call that it takes its value from; empty for one with a value
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
        List<Graph> graphs,
        String reference) {
    public Attribute {
        numbers = List.copyOf(numbers);
        reals = List.copyOf(reals);
        texts = List.copyOf(texts);
        graphs = List.copyOf(graphs);
    }

    /** The same value under another name. */
    public Attribute named(String other) {
        return new Attribute(other, number, real, text, tensor, numbers, reals, texts, graphs, reference);
    }
}
