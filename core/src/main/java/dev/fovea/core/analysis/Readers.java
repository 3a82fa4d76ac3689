package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import java.util.ArrayList;
import java.util.List;

/** Which layers read which map: the links of a network, backwards. */
public final class Readers {
    private final List<List<Reader>> readers;

    private Readers(List<List<Reader>> readers) {
        this.readers = readers;
    }

    /**
     * A layer and one of its links.
     *
     * @param index of the layer in its network
     */
    public record Reader(int index, Layer layer, Link link) {}

    /** Reverses all links. */
    public static Readers of(Network network) {
        List<List<Reader>> readers = new ArrayList<>();
        for (int i = Network.INPUT; i < network.layers().size(); i++) {
            readers.add(new ArrayList<>());
        }
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            for (Link link : layer.links()) {
                readers.get(link.source() + 1).add(new Reader(i, layer, link));
            }
        }
        return new Readers(readers);
    }

    /** The layers that read the map of a layer, or the input, in declaration order. */
    public List<Reader> of(int source) {
        return readers.get(source + 1);
    }
}
