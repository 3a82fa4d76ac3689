/** The rules: what each finds wrong with an analysed network; without the compiler. */
@NullMarked
package dev.fovea.core.rule;

import org.jspecify.annotations.NullMarked;
