/**
 * What a unit of a running network reads, found by changing pixels of its input.
 *
 * <p>A NaN reaches exactly what depends on it, whatever the weights; a gradient that is not 0 proves that a pixel is read.
 */
@NullMarked
package dev.fovea.djl.measure;

import org.jspecify.annotations.NullMarked;
