/** What code that is read gives, beside what it gives when it runs. */
@NullMarked
package dev.fovea.processor.code.eval;

import org.jspecify.annotations.NullMarked;
