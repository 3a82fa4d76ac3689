package dev.fovea.onnx.sketch;

import dev.fovea.onnx.fold.Num;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pools with a kernel of their input's extents whose only unit is spread over a map again: the global context of a gate or of a pyramid, with
 * the extents that the map had when it was exported.
 */
final class WholePools {
    private WholePools() {}

    static void name(Rewriting net) {
        for (int layer : net.live()) {
            if (readsAll(net, layer) && isSpread(net, layer)) {
                net.item(layer).become("GlobalPool");
            }
        }
    }

    private static boolean readsAll(Rewriting net, int layer) {
        Item item = net.item(layer);
        if (!item.is("Pool") || !item.isPoint()) {
            return false;
        }
        List<Num> extents = net.sketch().extents(item.sources().get(0));
        boolean all = item.numbers("padding").stream().allMatch(amount -> amount == 0);
        for (int axis = 0; axis < extents.size(); axis++) {
            all &= extents.get(axis).is(item.numbers("kernel").get(axis));
        }
        return all && extents.stream().anyMatch(extent -> !extent.is(1));
    }

    private static boolean isSpread(Rewriting net, int pool) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(pool));
        while (!open.isEmpty()) {
            for (int reader : net.readers(open.remove(open.size() - 1))) {
                Item item = net.item(reader);
                boolean spreads = item.is("Multiply")
                        || item.is("Upsample") && !item.values().containsKey("scale");
                if (spreads && !item.isPoint()) {
                    return true;
                }
                if (item.isPoint() && seen.add(reader)) {
                    open.add(reader);
                }
            }
        }
        return false;
    }
}
