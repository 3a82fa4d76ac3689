package dev.fovea.core.resolve;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.Network;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layers put together so far, and what a later layer may ask of them. */
final class Assembly {
    private final int axes;
    private final MapShape input;
    private final Problems problems;
    private final Extents extents;
    private final List<Layer> layers = new ArrayList<>();

    Assembly(int axes, MapShape input, Problems problems, Extents extents) {
        this.axes = axes;
        this.input = input;
        this.problems = problems;
        this.extents = extents;
    }

    int axes() {
        return axes;
    }

    Problems problems() {
        return problems;
    }

    Extents extents() {
        return extents;
    }

    List<Layer> layers() {
        return layers;
    }

    /** Appends a layer and returns its index. */
    int add(Layer layer) {
        layers.add(layer);
        return layers.size() - 1;
    }

    void replace(int index, Layer layer) {
        layers.set(index, layer);
    }

    MapShape shape(int source) {
        return source == Network.INPUT ? input : layers.get(source).shape();
    }

    String name(int source) {
        return source == Network.INPUT
                ? dev.fovea.Network.INPUT
                : layers.get(source).name();
    }

    /** How a sentence names a map. */
    String title(int source) {
        return source == Network.INPUT ? "the input" : name(source);
    }

    /** The same as what a layer reads: {@code its input stem}. */
    String inputTitle(int source) {
        return source == Network.INPUT ? "the input" : "its input " + name(source);
    }

    boolean isFaulty(int source) {
        return source != Network.INPUT && layers.get(source).faulty();
    }

    Optional<Rational> jump(int source, int axis) {
        return source == Network.INPUT
                ? Optional.of(Rational.ONE)
                : layers.get(source).jumps().get(axis);
    }
}
