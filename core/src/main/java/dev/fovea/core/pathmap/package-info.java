/**
 * Numbers of paths over all axes together, as pictures: in proportion, summed up over cells. Only pages show them; exact
 * numbers are in {@link dev.fovea.core.paths}.
 */
@NullMarked
package dev.fovea.core.pathmap;

import org.jspecify.annotations.NullMarked;
