package dev.fovea.core.network;

import dev.fovea.report.Rational;
import java.util.List;
import java.util.OptionalLong;

/**
 * The figures that {@code @Expect} pins. An empty list pins nothing, else it has one entry per axis.
 */
public record Pins(
        List<Long> size, List<Rational> jump, List<Rational> start, List<Long> extents, OptionalLong channels) {}
