/** Tests of what is written for programs: reports, SARIF and Code Quality logs, as the compilers leave them. */
@NullMarked
package dev.fovea.processor.report;

import org.jspecify.annotations.NullMarked;
