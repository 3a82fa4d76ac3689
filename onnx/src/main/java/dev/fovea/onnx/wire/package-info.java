/** Reads the wire format of ONNX files and skips the weights. */
@NullMarked
package dev.fovea.onnx.wire;

import org.jspecify.annotations.NullMarked;
