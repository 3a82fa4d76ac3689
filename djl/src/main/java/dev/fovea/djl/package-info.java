/**
 * Reports and blocks of Deep Java Library: networks that are built from reports.
 *
 * <p>{@link dev.fovea.djl.DjlModels} is the entry.
 */
@NullMarked
package dev.fovea.djl;

import org.jspecify.annotations.NullMarked;
