/** The layers that a graph amounts to, before they are expressed as annotations. */
@NullMarked
package dev.fovea.onnx.sketch;

import org.jspecify.annotations.NullMarked;
