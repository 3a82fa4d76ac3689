/** Java source made of files: constants, and annotated classes. */
@NullMarked
package dev.fovea.onnx.source;

import org.jspecify.annotations.NullMarked;
