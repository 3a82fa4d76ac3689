/**
 * The annotations with which a class describes a convolutional network, layer by layer.
 *
 * <p>A class, record or enum with at least one layer annotation ({@link dev.fovea.Conv}, {@link dev.fovea.Dilated},
 * {@link dev.fovea.Pool}, …) on a field or enum constant is a <em>model definition</em>. Its annotated members are
 * the layers, in declaration order; each reads the layer declared before it unless {@code from} says otherwise.
 *
 * <p>Conventions shared by all layer annotations:
 *
 * <ul>
 *   <li>{@code kernel}, {@code stride}, {@code rate}, {@code scale} and {@code outputPadding} have one entry, valid
 *       for every axis, or one per axis (an image has the axes height, width; a volume depth, height, width);
 *   <li>{@code padding} has one entry, one per axis (both sides alike) or two per axis: all begins, then all ends; or,
 *       alone, one of the constants of {@link dev.fovea.Padding};
 *   <li>{@code out = 0} means that the number of output channels is unknown;
 *   <li>{@code from} names layers of the same model that are declared earlier, or {@link dev.fovea.Network#INPUT}.
 * </ul>
 */
package dev.fovea;
