/** Follows Java source over the compiler's trees: values as they are at run time, or unknown with the reason why. */
@NullMarked
package dev.fovea.processor.code.eval;

import org.jspecify.annotations.NullMarked;
