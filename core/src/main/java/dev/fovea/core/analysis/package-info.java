/** Receptive fields of every layer, exactly; without the compiler. */
@NullMarked
package dev.fovea.core.analysis;

import org.jspecify.annotations.NullMarked;
