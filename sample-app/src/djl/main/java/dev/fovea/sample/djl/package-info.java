/**
 * Networks of Deep Java Library that are built from reports, and a program that trains two of them.
 *
 * <p>{@link dev.fovea.sample.djl.DjlNetwork} is the entry. Nothing here depends on the rest of the sample.
 */
package dev.fovea.sample.djl;
