/** The exact sets of input positions that units see, along all axes together; without the compiler. */
@NullMarked
package dev.fovea.processor.support;

import org.jspecify.annotations.NullMarked;
