/** The rules on dilation stacks: the evidence they show, and what they say to write instead. */
@NullMarked
package dev.fovea.core.rule.stack;

import org.jspecify.annotations.NullMarked;
