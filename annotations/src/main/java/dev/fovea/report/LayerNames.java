package dev.fovea.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names by which layers are looked up: their own, and those of the members that they come from. */
final class LayerNames {
    private LayerNames() {}

    /** The layer of this name, else the last one that comes from the member of this name. */
    static Optional<LayerReport> find(List<LayerReport> layers, String name) {
        LayerReport last = null;
        for (LayerReport layer : layers) {
            if (layer.name().equals(name)) {
                return Optional.of(layer);
            }
            if (isWithin(layer.name(), name)) {
                last = layer;
            }
        }
        return Optional.ofNullable(last);
    }

    /** True for {@code stage[2].conv} or {@code stage.conv} within {@code stage}. */
    private static boolean isWithin(String layer, String member) {
        return !member.isEmpty()
                && layer.length() > member.length()
                && layer.startsWith(member)
                && isBorder(layer.charAt(member.length()));
    }

    private static boolean isBorder(char next) {
        return next == '.' || next == '[';
    }

    /** The layers' own names, then those of the outermost members that become several layers. */
    static List<String> all(List<LayerReport> layers) {
        List<String> names = new ArrayList<>();
        Set<String> members = new LinkedHashSet<>();
        for (LayerReport layer : layers) {
            String name = layer.name();
            names.add(name);
            int end = 0;
            while (end < name.length() && !isBorder(name.charAt(end))) {
                end++;
            }
            if (end < name.length()) {
                members.add(name.substring(0, end));
            }
        }
        members.removeAll(names);
        names.addAll(members);
        return names;
    }
}
