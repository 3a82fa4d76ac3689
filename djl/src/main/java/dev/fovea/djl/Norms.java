package dev.fovea.djl;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.norm.BatchNorm;

/** Normalisations by their names in reports. */
final class Norms {
    /** Added to variances; that of PyTorch and of the engine. */
    static final double EPSILON = 1e-5;

    /** What running statistics keep of themselves at each step; that of the engine, PyTorch counts the rest. */
    static final double MOMENTUM = 0.9;

    private Norms() {}

    static Block block(String norm, Values values) {
        float epsilon = values.constant("epsilon", EPSILON);
        return switch (norm) {
            case "NONE" -> Blocks.identityBlock();
            case "BATCH" ->
                BatchNorm.builder()
                        .optEpsilon(epsilon)
                        .optMomentum(values.constant("momentum", MOMENTUM))
                        .build();
            case "LAYER", "GROUP", "INSTANCE", "INSTANCE_AFFINE" -> new Standardisation(norm, epsilon);
            default -> throw new IllegalArgumentException("unknown normalisation " + norm);
        };
    }
}
