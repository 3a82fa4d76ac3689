/** Tests of the pages as the compilers leave them. */
@NullMarked
package dev.fovea.processor.html;

import org.jspecify.annotations.NullMarked;
