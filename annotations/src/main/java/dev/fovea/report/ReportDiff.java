package dev.fovea.report;

import java.util.List;

/**
 * What differs between two reports, for instance of a model before and after a change.
 *
 * @param before binary name of the first report's model
 * @param after binary name of the second report's model
 * @param network figures of the whole network that differ
 * @param layers the layers that differ, in the second report's order, then those it lacks
 * @param appeared findings of the second report that the first does not have
 * @param gone findings of the first report that the second does not have
 */
public record ReportDiff(
        String before,
        String after,
        List<Change> network,
        List<LayerDiff> layers,
        List<Diagnostic> appeared,
        List<Diagnostic> gone) {
    /** Copies the lists. */
    public ReportDiff {
        Copies.notNull(before, after);
        network = List.copyOf(network);
        layers = List.copyOf(layers);
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /**
     * A figure that differs.
     *
     * @param figure its name, for instance {@code field}
     * @param before as the tables write it; {@code ?} where unknown, nothing where there is no such figure
     * @param after likewise
     */
    public record Change(String figure, String before, String after) {
        /** Rejects {@code null}. */
        public Change {
            Copies.notNull(figure, before, after);
        }

        /**
         * Whether it is a cause, or a loss: what the author wrote, or how much is unread. Other figures follow from these.
         *
         * @return true for an attribute, the operation, the inputs, the endpoint, and the number of unread pixels
         */
        public boolean isStated() {
            return DiffMarkdown.STATED.contains(figure) || figure.startsWith(LayerFigures.ATTRIBUTE);
        }
    }

    /** How a layer differs. */
    public enum Kind {
        /** The second report alone has it. */
        ADDED,
        /** The first report alone has it. */
        REMOVED,
        /** Both have it. */
        CHANGED
    }

    /**
     * A layer that differs.
     *
     * @param layer expanded name
     * @param kind how it differs
     * @param changes the figures that differ; all of them where only one report has the layer
     */
    public record LayerDiff(String layer, Kind kind, List<Change> changes) {
        /** Copies the list. */
        public LayerDiff {
            Copies.notNull(layer, kind);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Whether nothing differs but the models' names.
     *
     * @return true if no figure and no finding differs
     */
    public boolean isEmpty() {
        return network.isEmpty() && layers.isEmpty() && appeared.isEmpty() && gone.isEmpty();
    }

    /**
     * How many layers and findings differ.
     *
     * @return for instance {@code 2 layers changed, 1 finding gone}
     */
    public String summary() {
        return DiffMarkdown.summary(this);
    }

    /**
     * The differences for a pull request: what changed in the network as a whole, the findings, and a row per layer with its
     * shape, field, jump, costs and what the author wrote. Of figures that follow from these, such as the overlap, {@link
     * #layers()} has the changes.
     *
     * @return Markdown (GitHub flavour), its lines broken by {@code \n}
     */
    public String toMarkdown() {
        return DiffMarkdown.of(this);
    }
}
