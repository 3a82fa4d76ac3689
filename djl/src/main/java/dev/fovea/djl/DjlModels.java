package dev.fovea.djl;

import dev.fovea.report.NetworkReport;

/** What Fovea does with blocks of Deep Java Library. */
public final class DjlModels {
    private DjlModels() {}

    /**
     * Builds the network of a report: what the linter judged is what is trained.
     *
     * @param report of a model whose channels are known
     * @return the block, not initialized; its children are named after the layers
     * @throws IllegalArgumentException if an operation is not offered, or an attribute that it needs is unknown; the
     *     message names them
     */
    public static DjlNetwork build(NetworkReport report) {
        return DjlNetwork.of(report);
    }
}
