/** Goals that lint exported models, and make constants and annotated classes of them. */
@NullMarked
package dev.fovea.maven;

import org.jspecify.annotations.NullMarked;
