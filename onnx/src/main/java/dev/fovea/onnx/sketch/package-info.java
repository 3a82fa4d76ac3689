/** The layers that a graph amounts to, before they are put in the words of the annotations. */
@NullMarked
package dev.fovea.onnx.sketch;

import org.jspecify.annotations.NullMarked;
