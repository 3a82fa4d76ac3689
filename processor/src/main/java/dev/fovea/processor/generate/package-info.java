/** The only package that sees JavaPoet: writes the report class. */
@NullMarked
package dev.fovea.processor.generate;

import org.jspecify.annotations.NullMarked;
