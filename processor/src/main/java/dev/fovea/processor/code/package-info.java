/** Reads models that are code: methods that build a network. Loaded only where there is such a model. */
@NullMarked
package dev.fovea.processor.code;

import org.jspecify.annotations.NullMarked;
