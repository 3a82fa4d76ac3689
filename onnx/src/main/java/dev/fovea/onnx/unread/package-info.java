/** The parts of a file that cannot be read, and the figures that are missing because of them. */
@NullMarked
package dev.fovea.onnx.unread;

import org.jspecify.annotations.NullMarked;
