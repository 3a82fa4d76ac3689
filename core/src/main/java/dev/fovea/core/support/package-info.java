/** The exact sets of pixels that units see, along all axes together. */
@NullMarked
package dev.fovea.core.support;

import org.jspecify.annotations.NullMarked;
