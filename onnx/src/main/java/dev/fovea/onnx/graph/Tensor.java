package dev.fovea.onnx.graph;

import java.util.List;

/**
 * A constant tensor; weights keep their extents only.
 *
 * @param name under which nodes read it; empty for the tensor of an attribute
 * @param type number of the element type, as in {@link ElementType}
 * @param dims extents
 * @param data all elements in row-major order, as {@code Long} or {@code Double}; empty where there are many, or where
 *     the file has them elsewhere
 * @param isStored whether the file holds elements, read or not; false where somebody took them out
 */
public record Tensor(String name, int type, List<Long> dims, List<Number> data, boolean isStored) {
    /** The most elements that are read; whatever computes shapes is smaller. */
    public static final int MOST_ELEMENTS = 4096;

    public Tensor {
        dims = List.copyOf(dims);
    }
}
