package dev.fovea.core.html;

import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.report.Coverage;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which layers' units are drawn: endpoints and the last layer that reads locally, then layers with unread pixels. */
final class CoverageGroups {
    private final Network network;
    private final List<LayerReport> layers;
    private final int last;

    CoverageGroups(Network network, NetworkReport report) {
        this.network = network;
        this.layers = report.layers();
        int latest = -1;
        for (int i = 0; i < layers.size(); i++) {
            latest = isLocal(layers.get(i)) ? i : latest;
        }
        this.last = latest;
    }

    private static boolean isLocal(LayerReport layer) {
        return layer.field().stream()
                .anyMatch(axis -> axis.jump().isPresent() && (axis.size().isPresent() || !axis.uniform()));
    }

    private static boolean isHoley(Coverage coverage) {
        return coverage.unread().orElse(0) > 0 || coverage.mostUnread().orElse(0) > 0;
    }

    /** Indices of layers; those that read what another one reads, unit by unit, are together. */
    List<List<Integer>> all() {
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < layers.size(); i++) {
            boolean isHoley =
                    layers.get(i).coverage().filter(CoverageGroups::isHoley).isPresent();
            if (isLocal(layers.get(i)) && (isHoley || isOutput(i))) {
                groups.computeIfAbsent(origin(i), key -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> sorted = new ArrayList<>(groups.values());
        sorted.forEach(group -> group.sort(Comparator.comparing(layer -> !isOutput(layer))));
        sorted.sort(Comparator.comparing(group -> !isOutput(group.get(0))));
        return sorted;
    }

    /** True if something outside the network reads it, or it is the last that reads locally. */
    boolean isOutput(int layer) {
        return layer == last || layers.get(layer).endpoint().isPresent();
    }

    /** The layer below, as long as each unit reads the one unit in its place. */
    private int origin(int layer) {
        int origin = layer;
        while (true) {
            List<Link> links = network.layers().get(origin).links();
            if (links.size() != 1
                    || links.get(0).source() == Network.INPUT
                    || !links.get(0).isIdentity()) {
                return origin;
            }
            origin = links.get(0).source();
        }
    }
}
