package dev.fovea.onnx.read;

import dev.fovea.onnx.graph.Node;
import dev.fovea.onnx.unread.Missing;

/** Takes what is read but not expressed. */
interface Remarks {
    void add(Node node, String reason, Missing missing);
}
