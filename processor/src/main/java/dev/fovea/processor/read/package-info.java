/** The only package that sees the compiler's model: turns annotated classes into declarations. */
@NullMarked
package dev.fovea.processor.read;

import org.jspecify.annotations.NullMarked;
