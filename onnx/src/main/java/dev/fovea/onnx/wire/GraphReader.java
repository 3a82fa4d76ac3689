package dev.fovea.onnx.wire;

import dev.fovea.onnx.graph.Graph;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.graph.Tensor;
import dev.fovea.onnx.graph.ValueInfo;
import dev.fovea.onnx.unread.OnnxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a graph. */
final class GraphReader {
    private GraphReader() {}

    static Graph read(Wire wire, Budget budget) throws OnnxException {
        budget.enter(wire);
        budget.take(wire);
        String name = "";
        List<Node> nodes = new ArrayList<>();
        List<Tensor> initializers = new ArrayList<>();
        List<ValueInfo> inputs = new ArrayList<>();
        List<ValueInfo> outputs = new ArrayList<>();
        List<ValueInfo> values = new ArrayList<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> nodes.add(NodeReader.read(wire.message(), budget));
                case 2 -> name = wire.text();
                case 5 -> {
                    budget.take(wire);
                    initializers.add(TensorReader.read(wire.message(), budget));
                }
                case 11 -> inputs.add(value(wire.message(), budget));
                case 12 -> outputs.add(value(wire.message(), budget));
                case 13 -> values.add(value(wire.message(), budget));
                case 15 -> initializers.add(TensorReader.readSparse(wire.message(), budget));
                default -> wire.skip();
            }
        }
        budget.leave();
        return new Graph(name, nodes, initializers, inputs, outputs, values);
    }

    private static ValueInfo value(Wire wire, Budget budget) throws OnnxException {
        budget.take(wire);
        String name = "";
        Optional<List<ValueInfo.Dim>> dims = Optional.empty();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> name = wire.text();
                case 2 -> dims = type(wire.message(), budget);
                default -> wire.skip();
            }
        }
        return new ValueInfo(name, dims);
    }

    /** The shape of a tensor type; empty for sequences, maps and the like. */
    private static Optional<List<ValueInfo.Dim>> type(Wire wire, Budget budget) throws OnnxException {
        Optional<List<ValueInfo.Dim>> dims = Optional.empty();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            if (field != 1) {
                wire.skip();
                continue;
            }
            Wire tensor = wire.message();
            for (int inner = tensor.next(); inner != 0; inner = tensor.next()) {
                if (inner == 2) {
                    dims = Optional.of(shape(tensor.message(), budget));
                } else {
                    tensor.skip();
                }
            }
        }
        return dims;
    }

    private static List<ValueInfo.Dim> shape(Wire wire, Budget budget) throws OnnxException {
        List<ValueInfo.Dim> dims = new ArrayList<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            if (field != 1) {
                wire.skip();
                continue;
            }
            budget.take(wire);
            Wire dim = wire.message();
            long value = -1;
            String symbol = "";
            for (int inner = dim.next(); inner != 0; inner = dim.next()) {
                switch (inner) {
                    case 1 -> value = dim.number();
                    case 2 -> symbol = dim.text();
                    default -> dim.skip();
                }
            }
            dims.add(new ValueInfo.Dim(value < 0 ? -1 : value, symbol));
        }
        return List.copyOf(dims);
    }
}
