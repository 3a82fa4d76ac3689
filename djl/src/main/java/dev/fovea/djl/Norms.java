package dev.fovea.djl;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.norm.BatchNorm;

/** Normalisations by their names in reports. */
final class Norms {
    private Norms() {}

    static Block block(String norm) {
        return switch (norm) {
            case "NONE" -> Blocks.identityBlock();
            case "BATCH" -> BatchNorm.builder().build();
            case "LAYER", "GROUP", "INSTANCE" -> new Standardisation(norm);
            default -> throw new IllegalArgumentException("unknown normalisation " + norm);
        };
    }
}
