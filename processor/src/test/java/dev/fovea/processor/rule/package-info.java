/** Tests of the rules through the compilers: what is reported, where, and how it is adjusted. */
@NullMarked
package dev.fovea.processor.rule;

import org.jspecify.annotations.NullMarked;
