/** For the tests of all modules: models written as text, and what holds in every module. */
@NullMarked
package dev.fovea.core.testing;

import org.jspecify.annotations.NullMarked;
