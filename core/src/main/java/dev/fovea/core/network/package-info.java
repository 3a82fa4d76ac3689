/** A network as a graph of layers whose operations are fully resolved; without the compiler. */
@NullMarked
package dev.fovea.core.network;

import org.jspecify.annotations.NullMarked;
