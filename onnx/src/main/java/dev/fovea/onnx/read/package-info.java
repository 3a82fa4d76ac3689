/** Follows a graph node by node: what is constant is carried out, what depends on the input becomes layers. */
@NullMarked
package dev.fovea.onnx.read;

import org.jspecify.annotations.NullMarked;
