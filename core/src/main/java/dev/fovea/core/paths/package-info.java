/**
 * How many paths lead from a pixel to a unit: the effective receptive field of a linear network with equal weights (Luo et
 * al. 2016); without the compiler.
 */
@NullMarked
package dev.fovea.core.paths;

import org.jspecify.annotations.NullMarked;
