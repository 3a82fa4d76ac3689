/** Lints files with the defaults for those who deploy a model and cannot mend it. */
@NullMarked
package dev.fovea.onnx.lint;

import org.jspecify.annotations.NullMarked;
