package dev.fovea.core.network;

/**
 * The objects that a feature map must represent.
 *
 * @param min extent of the smallest, in input pixels
 * @param max extent of the largest
 */
public record ObjectRange(long min, long max) {}
