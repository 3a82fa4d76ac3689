/** Dilation stacks judged one axis at a time, and the rates that mend them; integers only, without the compiler. */
@NullMarked
package dev.fovea.core.hdc;

import org.jspecify.annotations.NullMarked;
