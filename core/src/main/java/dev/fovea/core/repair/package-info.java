/** Rates that mend a dilation stack, as numbers that its author has written and can change. */
@NullMarked
package dev.fovea.core.repair;

import org.jspecify.annotations.NullMarked;
