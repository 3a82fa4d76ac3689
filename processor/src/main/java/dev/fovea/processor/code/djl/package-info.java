/** What the classes of Deep Java Library mean: which layers a block computes, and from what. */
@NullMarked
package dev.fovea.processor.code.djl;

import org.jspecify.annotations.NullMarked;
