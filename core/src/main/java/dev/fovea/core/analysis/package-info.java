/** What every layer sees of the input, one axis at a time: receptive fields, what is skipped or cut off, dilation stacks. */
@NullMarked
package dev.fovea.core.analysis;

import org.jspecify.annotations.NullMarked;
