/** What tests write files with. */
@NullMarked
package dev.fovea.onnx.testing;

import org.jspecify.annotations.NullMarked;
