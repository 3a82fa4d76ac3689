/** What of a file cannot be read, and what is missing for it. */
@NullMarked
package dev.fovea.onnx.unread;

import org.jspecify.annotations.NullMarked;
