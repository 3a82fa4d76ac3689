/** What an ONNX file says, as it says it: nodes, attributes, tensors; without any meaning. */
@NullMarked
package dev.fovea.onnx.graph;

import org.jspecify.annotations.NullMarked;
