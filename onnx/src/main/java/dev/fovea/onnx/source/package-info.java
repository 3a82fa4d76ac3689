/** Java source generated from model files: constants, and annotated classes. */
@NullMarked
package dev.fovea.onnx.source;

import org.jspecify.annotations.NullMarked;
