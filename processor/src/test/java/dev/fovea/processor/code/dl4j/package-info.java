/** What is read of configurations of Deeplearning4j, beside what the library says of them. */
@NullMarked
package dev.fovea.processor.code.dl4j;

import org.jspecify.annotations.NullMarked;
