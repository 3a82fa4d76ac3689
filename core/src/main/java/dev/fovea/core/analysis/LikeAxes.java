package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.BitSet;

/**
 * The layers up to which a network is the same along an axis as along the first: all extents, jumps and steps on all paths. So
 * is whatever follows from these.
 */
public final class LikeAxes {
    private LikeAxes() {}

    /** Indices of the layers that are alike along {@code axis} and the first axis. */
    public static BitSet of(Network network, int axis) {
        BitSet alike = new BitSet();
        boolean inputIsAlike = network.input()
                .extents()
                .get(axis)
                .equals(network.input().extents().get(0));
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            boolean like = layer.jumps().get(axis).equals(layer.jumps().get(0))
                    && layer.shape()
                            .extents()
                            .get(axis)
                            .equals(layer.shape().extents().get(0));
            for (Link link : layer.links()) {
                boolean sourceIsAlike = link.source() == Network.INPUT ? inputIsAlike : alike.get(link.source());
                like &= sourceIsAlike
                        && areEqual(link.steps().get(axis), link.steps().get(0));
            }
            alike.set(i, like);
        }
        return alike;
    }

    /** Compares windows only: linking the methods generated for other records takes a compiler milliseconds. */
    private static boolean areEqual(Step one, Step other) {
        return one == other || one.window().isPresent() && one.equals(other);
    }
}
