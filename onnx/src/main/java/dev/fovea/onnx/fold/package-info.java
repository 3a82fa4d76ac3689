/** The arithmetic of shapes that exporters write into graphs, carried out. */
@NullMarked
package dev.fovea.onnx.fold;

import org.jspecify.annotations.NullMarked;
