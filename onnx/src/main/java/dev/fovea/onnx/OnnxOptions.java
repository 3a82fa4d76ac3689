package dev.fovea.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a file is read.
 *
 * @param sizes extents where the file leaves them open: by the name that the file gives an open extent; under {@code ""}
 *     one for every axis or one per axis
 * @param className binary name of the model; by default made of the file's name
 */
public record OnnxOptions(Map<String, List<Long>> sizes, Optional<String> className) {
    /** What the file leaves open stays unknown. */
    public static final OnnxOptions DEFAULT = new OnnxOptions(Map.of(), Optional.empty());

    public OnnxOptions {
        sizes = Map.copyOf(sizes);
    }

    /** The same with extents for the axes that the file leaves open. */
    public OnnxOptions withSize(List<Long> size) {
        return new OnnxOptions(Map.of("", List.copyOf(size)), className);
    }

    /** The same with another name of the model. */
    public OnnxOptions withClassName(String name) {
        return new OnnxOptions(sizes, Optional.of(name));
    }
}
