package dev.fovea.core.html;

import dev.fovea.core.finding.Advice;

/** In what a model is written, and with that, which annotations its author can type. */
public enum Wording {
    /** Every layer is an annotation. */
    ANNOTATIONS,
    /** Layers are calls; the network as a whole is an annotation. */
    CODE,
    /** Nothing is an annotation. */
    FILE;

    /** True if a statement can be typed as an annotation. */
    boolean takes(Advice.Statement statement) {
        return this == ANNOTATIONS || this == CODE && statement.member().isEmpty();
    }

    /** True if the author can follow advice at all: other numbers for a layer have their place in code as well. */
    boolean canFollow(Advice advice) {
        return advice.statements().stream()
                .allMatch(
                        statement -> takes(statement) || statement.annotation().isEmpty() && !statement.isAdded());
    }
}
