package dev.fovea.onnx.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a file that hold a layer's weights.
 *
 * @param names of the tensors that its nodes read; empty where it has none, or they are computed
 * @param areStored whether the file has their elements: where they were taken out, all tensors of a form may have got one name
 */
public record Weights(List<String> names, boolean areStored) {
    /** For layers of which nothing is known. */
    public static final Weights NONE = new Weights(List.of(), false);

    public Weights {
        names = List.copyOf(names);
    }

    /** True of tensors that an exporter derived and named itself: the file may hold the same values twice. */
    boolean areMade() {
        return names.stream().anyMatch(name -> name.startsWith("onnx::"));
    }

    /** The weights of two layers that become one, or of a layer and its bias. */
    public Weights and(Weights more) {
        if (names.isEmpty() || more.names.isEmpty()) {
            return names.isEmpty() ? more : this;
        }
        List<String> both = new ArrayList<>(names);
        both.addAll(more.names);
        return new Weights(both, areStored && more.areStored);
    }
}
