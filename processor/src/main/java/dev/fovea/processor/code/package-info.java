/** Reads models that are code: methods that build a network. Loaded where there is such a model only. */
@NullMarked
package dev.fovea.processor.code;

import org.jspecify.annotations.NullMarked;
