/** Tensors as views of feature maps: which axis of which map stands where. */
@NullMarked
package dev.fovea.onnx.view;

import org.jspecify.annotations.NullMarked;
