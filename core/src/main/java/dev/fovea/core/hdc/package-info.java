/** Dilation stacks judged one axis at a time, and the rates that mend them; integers only. */
@NullMarked
package dev.fovea.core.hdc;

import org.jspecify.annotations.NullMarked;
