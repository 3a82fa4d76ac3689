/** Model definitions as sources, read without a compiler: what is marked in the sources of other tests is expected of the core. */
@NullMarked
package dev.fovea.core.sources;

import org.jspecify.annotations.NullMarked;
