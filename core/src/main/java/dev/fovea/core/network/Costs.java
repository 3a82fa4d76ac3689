package dev.fovea.core.network;

import java.util.OptionalLong;

/**
 * What a layer costs.
 *
 * @param parameters number of trained parameters, if known
 * @param macs number of multiply-adds, if known
 * @param groups into which the channels that are joined by weights are divided, if known; none without such weights
 */
public record Costs(OptionalLong parameters, OptionalLong macs, OptionalLong groups) {
    /** Nothing is known. */
    public static final Costs UNKNOWN = new Costs(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
