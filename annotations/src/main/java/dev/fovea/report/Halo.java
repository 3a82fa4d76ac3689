package dev.fovea.report;

/**
 * The context that a tile needs along one axis: the largest reach of a field beyond its unit's place.
 *
 * @param begin pixels before the tile
 * @param end pixels after the tile
 */
public record Halo(long begin, long end) {}
