package dev.fovea.onnx.wire;

import dev.fovea.onnx.graph.Attribute;
import dev.fovea.onnx.graph.Function;
import dev.fovea.onnx.graph.Graph;
import dev.fovea.onnx.graph.ModelFile;
import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.unread.OnnxException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an ONNX file; weights are skipped by their length and never loaded. */
public final class FileReader {
    private FileReader() {}

    /**
     * Reads a file.
     *
     * @throws OnnxException if it is not an ONNX model
     * @throws IOException if it cannot be opened
     */
    public static ModelFile read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new OnnxException(
                        "the file has %s bytes; an ONNX file has at most 2 GB, larger weights are kept beside it"
                                .formatted(channel.size()));
            }
            return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** Reads what a file holds. */
    public static ModelFile read(ByteBuffer bytes) throws OnnxException {
        Wire wire = Wire.of(bytes);
        Budget budget = new Budget();
        String producer = "";
        long opset = 0;
        @Nullable Graph graph = null;
        List<Function> functions = new ArrayList<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 2 -> producer = wire.text();
                case 7 -> graph = GraphReader.read(wire.message(), budget);
                case 8 -> opset = Math.max(opset, opset(wire.message()));
                case 25 -> functions.add(function(wire.message(), budget));
                default -> wire.skip();
            }
        }
        if (graph == null) {
            throw new OnnxException("not an ONNX model: the file holds no graph");
        }
        return new ModelFile(producer, opset, graph, functions);
    }

    /** The version of the standard operators; 0 for other domains. */
    private static long opset(Wire wire) throws OnnxException {
        String domain = "";
        long version = 0;
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> domain = wire.text();
                case 2 -> version = wire.number();
                default -> wire.skip();
            }
        }
        return domain.isEmpty() || domain.equals("ai.onnx") ? version : 0;
    }

    private static Function function(Wire wire, Budget budget) throws OnnxException {
        budget.take(wire);
        String name = "";
        String domain = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        Map<String, Attribute> defaults = new HashMap<>();
        for (int field = wire.next(); field != 0; field = wire.next()) {
            switch (field) {
                case 1 -> name = wire.text();
                case 4 -> NodeReader.add(wire, budget, inputs);
                case 5 -> NodeReader.add(wire, budget, outputs);
                case 7 -> nodes.add(NodeReader.read(wire.message(), budget));
                case 10 -> domain = wire.text();
                case 11 -> {
                    Attribute attribute = NodeReader.attribute(wire.message(), budget);
                    defaults.put(attribute.name(), attribute);
                }
                default -> wire.skip();
            }
        }
        return new Function(name, domain, inputs, outputs, nodes, defaults);
    }
}
