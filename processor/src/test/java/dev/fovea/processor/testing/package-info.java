/**
 * Compiles sources on javac and on the Eclipse compiler, and compares what they report with markers in the sources.
 *
 * <p>A test hands {@link Check#expect} a processor and a source whose markers ({@link Markers}) name the findings.
 */
@NullMarked
package dev.fovea.processor.testing;

import org.jspecify.annotations.NullMarked;
