/**
 * Whether two reports describe the same network, whatever their layers are called and wherever they state a norm or a
 * padding.
 */
@NullMarked
package dev.fovea.djl.verify;

import org.jspecify.annotations.NullMarked;
