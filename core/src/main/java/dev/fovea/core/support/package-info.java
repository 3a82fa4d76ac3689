/** The exact sets of input positions that units see, along all axes together; without the compiler. */
@NullMarked
package dev.fovea.core.support;

import org.jspecify.annotations.NullMarked;
