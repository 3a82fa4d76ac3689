/** What is found wrong with a model, and where; without the compiler. */
@NullMarked
package dev.fovea.core.finding;

import org.jspecify.annotations.NullMarked;
