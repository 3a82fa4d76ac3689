/** Tests of models that are code, and of fields that have code. */
@NullMarked
package dev.fovea.processor.code;

import org.jspecify.annotations.NullMarked;
