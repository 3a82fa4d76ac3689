/** Models written as text, for tests without a compiler. */
@NullMarked
package dev.fovea.core.testing;

import org.jspecify.annotations.NullMarked;
