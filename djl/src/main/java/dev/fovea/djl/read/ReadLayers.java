package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;

/**
 * What was read of a block.
 *
 * @param input batch, channels, extents
 * @param layers in the order in which they are computed
 * @param outputs per array that the block returns, the layers that it holds
 * @param unread the layers that stand for blocks which could not be read, with the reason
 * @param unexpressed what blocks do that changes numbers only and that no annotation says, by their paths
 */
public record ReadLayers(
        Shape input,
        List<TracedLayer> layers,
        List<List<Integer>> outputs,
        Map<String, String> unread,
        Map<String, String> unexpressed) {
    /** Copies the collections. */
    public ReadLayers {
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
    }
}
