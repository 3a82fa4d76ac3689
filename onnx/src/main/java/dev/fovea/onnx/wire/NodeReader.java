package dev.fovea.onnx.wire;

import dev.fovea.onnx.graph.Attribute;
import dev.fovea.onnx.graph.Graph;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.graph.Tensor;
import dev.fovea.onnx.unread.OnnxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a node and its attributes. */
final class NodeReader {
    private NodeReader() {}

    static Node read(Wire wire, Budget budget) throws OnnxException {
        budget.take(wire);
        String name = "";
        String type = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        Map<String, String> metadata = new HashMap<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> add(wire, budget, inputs);
                case 2 -> add(wire, budget, outputs);
                case 3 -> name = wire.text();
                case 4 -> type = wire.text();
                case 5 -> {
                    Attribute attribute = attribute(wire.message(), budget);
                    attributes.put(attribute.name(), attribute);
                }
                case 7 -> domain = wire.text();
                case 9 -> entry(wire.message(), budget, metadata);
                default -> wire.skip();
            }
        }
        return new Node(name, type, domain, inputs, outputs, attributes, metadata);
    }

    static void add(Wire wire, Budget budget, List<String> texts) throws OnnxException {
        budget.take(wire);
        texts.add(wire.text());
    }

    private static void entry(Wire wire, Budget budget, Map<String, String> entries) throws OnnxException {
        budget.take(wire);
        String key = "";
        String value = "";
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> key = wire.text();
                case 2 -> value = wire.text();
                default -> wire.skip();
            }
        }
        entries.put(key, value);
    }

    static Attribute attribute(Wire wire, Budget budget) throws OnnxException {
        budget.take(wire);
        String name = "";
        Optional<Long> number = Optional.empty();
        Optional<Double> real = Optional.empty();
        Optional<String> text = Optional.empty();
        Optional<Tensor> tensor = Optional.empty();
        List<Long> numbers = new ArrayList<>();
        List<Double> reals = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Graph> graphs = new ArrayList<>();
        String reference = "";
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> name = wire.text();
                case 2 -> real = Optional.of((double) Float.intBitsToFloat((int) wire.number()));
                case 3 -> number = Optional.of(wire.number());
                case 4 -> text = Optional.of(wire.text());
                case 5 -> tensor = Optional.of(TensorReader.read(wire.message(), budget));
                case 6, 11 -> graphs.add(GraphReader.read(wire.message(), budget));
                case 7 -> Lists.floats(wire, budget, reals);
                case 8 -> Lists.longs(wire, budget, numbers);
                case 9 -> add(wire, budget, texts);
                case 21 -> reference = wire.text();
                default -> wire.skip();
            }
        }
        return new Attribute(name, number, real, text, tensor, numbers, reals, texts, graphs, reference);
    }
}
