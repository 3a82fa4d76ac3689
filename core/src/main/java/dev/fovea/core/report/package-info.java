/** From findings and analysis to the report, the compiler's diagnostics and the files. */
@NullMarked
package dev.fovea.core.report;

import org.jspecify.annotations.NullMarked;
