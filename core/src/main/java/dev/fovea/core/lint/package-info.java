/** The one door to all that is known of a model: from its definition and some options to findings and facts. */
@NullMarked
package dev.fovea.core.lint;

import org.jspecify.annotations.NullMarked;
