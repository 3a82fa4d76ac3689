package dev.fovea.onnx.source;

/**
 * Consecutive layers that read one map and pass one on.
 *
 * @param input index of the layer that they read; -1 = the network's input
 */
record Part(int begin, int end, int input) {
    int length() {
        return end - begin;
    }

    boolean overlaps(Part other) {
        return begin < other.end && other.begin < end;
    }
}
