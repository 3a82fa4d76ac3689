/**
 * How many paths lead from a pixel to a unit, exactly and along one axis at a time: the effective receptive field of a linear
 * network with equal weights (Luo et al. 2016).
 */
@NullMarked
package dev.fovea.core.paths;

import org.jspecify.annotations.NullMarked;
