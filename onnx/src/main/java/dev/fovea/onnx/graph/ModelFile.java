package dev.fovea.onnx.graph;

import java.util.List;

/**
 * An ONNX file.
 *
 * @param producer the program that wrote it; may be empty
 * @param opset version of the standard operators; 0 where the file does not say
 */
public record ModelFile(String producer, long opset, Graph graph, List<Function> functions) {
    public ModelFile {
        functions = List.copyOf(functions);
    }
}
