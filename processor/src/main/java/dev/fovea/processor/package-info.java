/** The annotation processor: options, rounds, and the way of one model through the pipeline. */
@NullMarked
package dev.fovea.processor;

import org.jspecify.annotations.NullMarked;
