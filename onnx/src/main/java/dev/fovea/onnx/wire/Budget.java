package dev.fovea.onnx.wire;

import dev.fovea.onnx.unread.OnnxException;

/** Bounds what is kept of a file, so that a hostile one cannot fill the memory. */
final class Budget {
    /** More than any exporter writes: the largest networks in circulation have some 50,000 nodes. */
    private static final int MOST_ITEMS = 4_000_000;

    private static final int DEEPEST = 32;

    private int items;
    private int depth;

    /** Counts something that is kept. */
    void take(Wire wire) throws OnnxException {
        if (++items > MOST_ITEMS) {
            throw new OnnxException(
                    "at byte %s the graph has more than %s nodes, attributes and numbers; that is not a network"
                            .formatted(wire.position(), MOST_ITEMS));
        }
    }

    /** Counts a graph in a graph. */
    void enter(Wire wire) throws OnnxException {
        if (++depth > DEEPEST) {
            throw new OnnxException(
                    "at byte %s graphs are nested more than %s deep".formatted(wire.position(), DEEPEST));
        }
    }

    void leave() {
        depth--;
    }
}
