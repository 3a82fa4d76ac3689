package dev.fovea.core.network;

import dev.fovea.core.finding.Place;
import dev.fovea.report.Rational;
import java.util.List;
import java.util.OptionalLong;

/**
 * The figures that {@code @Expect} pins. An empty list pins nothing, else it has one entry per axis.
 *
 * @param place the annotation
 * @param before pixels that a tile carries before its block
 * @param after pixels that a tile carries after it
 * @param offset of the last input of a merge from the first
 */
public record Pins(
        Place place,
        List<Long> size,
        List<Rational> jump,
        List<Rational> start,
        List<Long> extents,
        OptionalLong channels,
        OptionalLong parameters,
        OptionalLong macs,
        List<Long> before,
        List<Long> after,
        List<Long> latency,
        List<Rational> offset) {}
