package dev.fovea.onnx.config;

import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.sketch.Sketch;
import dev.fovea.onnx.unread.Missing;
import java.util.List;

/**
 * The layers of a configuration.
 *
 * @param remarks what could not be read, or is not expressed
 * @param count how many layers the configuration has
 */
public record ConfiguredNetwork(Sketch sketch, List<Remark> remarks, int count) {
    /** What could not be read of a layer. */
    public record Remark(Node node, String reason, Missing missing) {}
}
