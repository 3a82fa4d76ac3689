/** Reads exported models, so that the network that is deployed is the one that is linted. */
@NullMarked
package dev.fovea.onnx;

import org.jspecify.annotations.NullMarked;
