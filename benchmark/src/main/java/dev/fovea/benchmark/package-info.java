/** Measures what the processor costs a compilation, and what its analysis costs. */
@NullMarked
package dev.fovea.benchmark;

import org.jspecify.annotations.NullMarked;
