/** Receptive fields of every layer, exactly; without the compiler. */
@NullMarked
package dev.fovea.processor.analysis;

import org.jspecify.annotations.NullMarked;
