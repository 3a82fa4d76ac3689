package dev.fovea.core.finding;

import java.util.Optional;

/** What tells a finding from all others of a compilation; findings of several models may be one defect. */
public sealed interface Identity {
    /** In a block, whoever uses it. */
    record InBlock(String block, Defect defect) implements Identity {}

    /** In the argument of a use, however many layers take it. */
    record OfArgument(String model, String member, Place place, String rule) implements Identity {}

    /** In a use, however many of its repetitions have it. */
    record OfUse(String model, String member, Defect defect) implements Identity {}

    /** In an expression of the source, however many layers it builds. */
    record OfExpression(Optional<Region> region, String rule) implements Identity {}

    /** The model's own, counted in the order of its findings. */
    record OfModel(String model, int number) implements Identity {}
}
