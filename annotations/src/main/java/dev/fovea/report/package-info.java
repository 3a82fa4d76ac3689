/**
 * The receptive-field report of a model definition: records that hold it, its JSON form and its tables.
 *
 * <p>{@link dev.fovea.report.NetworkReport} is the whole of it. Everything is per axis (an image has the axes height,
 * width; a volume depth, height, width) and exact: integers and {@link dev.fovea.report.Rational}s, in input pixels
 * unless stated otherwise. Figures that are neither are {@link java.math.BigDecimal}s with at most six decimals, rounded
 * half-even. What is unknown is empty, never a guess.
 *
 * <p>The records grow with what is known: their canonical constructors, and patterns that take them apart, may change in
 * any version. Read them by their accessors, which stay.
 *
 * <p>All records are immutable: they copy the collections they are given, and reject {@code null}.
 */
package dev.fovea.report;
