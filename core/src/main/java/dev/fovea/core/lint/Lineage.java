package dev.fovea.core.lint;

import dev.fovea.core.finding.Site;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which layers a map is made of, and which of them are one declaration in the source.
 *
 * @param lasts per declaration, the last of the layers that it becomes
 */
record Lineage(ModelDeclaration model, Network network, Map<Site, Integer> lasts) {
    static Lineage of(ModelDeclaration model, Network network) {
        Map<Site, Integer> lasts = new HashMap<>();
        for (int i = 0; i < network.layers().size(); i++) {
            lasts.put(network.layers().get(i).site(), i);
        }
        return new Lineage(model, network, lasts);
    }

    /** A map and the layers that it is made of. */
    BitSet of(int map) {
        BitSet layers = new BitSet();
        if (map != Network.INPUT) {
            layers.set(map);
        }
        for (int i = layers.length() - 1; i >= 0; i = layers.previousSetBit(i - 1)) {
            for (Link link : layer(i).links()) {
                if (link.source() != Network.INPUT) {
                    layers.set(link.source());
                }
            }
        }
        return layers;
    }

    Layer layer(int index) {
        return network.layers().get(index);
    }

    /** The layers that some inputs of a merge are made of and others are not. */
    BitSet apart(Layer merge) {
        BitSet some = new BitSet();
        BitSet all = of(merge.links().get(0).source());
        for (Link link : merge.links()) {
            BitSet input = of(link.source());
            some.or(input);
            all.and(input);
        }
        some.andNot(all);
        return some;
    }

    /** The last of the layers that a declaration becomes at which something is found. */
    OptionalInt layer(LintFinding found) {
        Integer last = lasts.get(found.site());
        return last == null ? OptionalInt.empty() : OptionalInt.of(last);
    }

    /** True if a layer's map differs in extent from the one that it reads. */
    boolean resizes(Layer layer) {
        return layer.links().size() == 1
                && !extents(layer.links().get(0)).equals(layer.shape().extents());
    }

    List<Extent> extents(Link link) {
        return network.shape(link.source()).extents();
    }

    /** The same for all layers that a member of a block becomes where it does the same. */
    Object key(Layer layer) {
        List<Declaration> path = model.declarations(layer.site());
        return path.size() == 1
                ? layer.site()
                : List.of(
                        path.get(path.size() - 2).block().orElseThrow().name(),
                        path.get(path.size() - 1).name(),
                        layer.operation(),
                        layer.links().get(0).steps());
    }
}
