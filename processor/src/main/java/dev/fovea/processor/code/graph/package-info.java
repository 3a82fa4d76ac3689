/** The layers that code builds, in the terms of the layer annotations: what each reads, and where its attributes are written. */
@NullMarked
package dev.fovea.processor.code.graph;

import org.jspecify.annotations.NullMarked;
