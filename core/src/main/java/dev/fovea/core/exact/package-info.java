/** Exact arithmetic: sets of positions and pixels, integers, and the theorems on them; no floating point. */
@NullMarked
package dev.fovea.core.exact;

import org.jspecify.annotations.NullMarked;
