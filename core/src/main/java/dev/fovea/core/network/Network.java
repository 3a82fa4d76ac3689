package dev.fovea.core.network;

import dev.fovea.Hdc;
import java.util.List;
import java.util.Optional;

/**
 * A directed acyclic graph of layers in declaration order: a layer reads earlier ones only.
 *
 * @param model binary name of the model definition
 * @param axes number of axes, 1 to 3
 * @param input shape of the input
 * @param layers at least one
 * @param objectSizes of the objects that some endpoint must be able to represent, in input pixels
 * @param pins the figures that its author expects of all layers together
 * @param hdc how strictly the model asks to be judged, if it says so
 */
public record Network(
        String model,
        int axes,
        MapShape input,
        List<Layer> layers,
        List<Long> objectSizes,
        Optional<Pins> pins,
        Optional<Hdc> hdc) {
    /** The index that stands for the network's input in {@link Link#source()}. */
    public static final int INPUT = -1;

    public Network {
        layers = List.copyOf(layers);
        objectSizes = List.copyOf(objectSizes);
    }

    /** The same network with other layers. */
    public Network with(List<Layer> others) {
        return new Network(model, axes, input, others, objectSizes, pins, hdc);
    }

    /** The layer that the network's output comes from. */
    public Layer last() {
        return layers.get(layers.size() - 1);
    }

    /** The shape of the map that a link reads. */
    public MapShape shape(int source) {
        return source == INPUT ? input : layers.get(source).shape();
    }

    /** The name of the map that a link reads. */
    public String name(int source) {
        return source == INPUT ? dev.fovea.Network.INPUT : layers.get(source).name();
    }
}
