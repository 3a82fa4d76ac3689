/** From the declarations of a model to a network: validation, shapes and costs; without the compiler. */
@NullMarked
package dev.fovea.core.resolve;

import org.jspecify.annotations.NullMarked;
