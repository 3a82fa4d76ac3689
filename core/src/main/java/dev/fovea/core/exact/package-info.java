/** Sets of integers, without the compiler and without floating point. */
@NullMarked
package dev.fovea.core.exact;

import org.jspecify.annotations.NullMarked;
