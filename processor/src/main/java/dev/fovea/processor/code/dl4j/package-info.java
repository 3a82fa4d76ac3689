/** What the configurations of Deeplearning4j mean: which layers they declare, and what each reads. */
@NullMarked
package dev.fovea.processor.code.dl4j;

import org.jspecify.annotations.NullMarked;
