/**
 * Holds shapes, costs and receptive fields against executed networks of a real framework, and against brute force: the
 * units that a unit reads, followed down to the input one by one ({@link BruteForce}).
 */
@NullMarked
package dev.fovea.core.vectors;

import org.jspecify.annotations.NullMarked;
