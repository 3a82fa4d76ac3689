package dev.fovea.djl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts norms and activations into the layer before them, as annotations have them, where nothing else reads that layer.
 */
final class Fold {
    private static final Set<String> WEIGHTED = Set.of("Conv", "Dilated", "TransposedConv");
    private static final Set<String> ACTIVATED =
            Set.of("Conv", "Dilated", "TransposedConv", "Add", "Normalize", "Linear");

    private final ReadLayers read;
    private final int[] readers;
    private final Map<Integer, Integer> places = new HashMap<>(Map.of(-1, -1));
    private final List<TracedLayer> layers = new ArrayList<>();

    /** The layers whose weights are used twice: what follows one of them need not follow the others. */
    private final Set<String> sharing = new HashSet<>();

    private Fold(ReadLayers read) {
        this.read = read;
        for (TracedLayer layer : read.layers()) {
            if (layer.stated().get(Trace.SHARED) instanceof String bearer) {
                sharing.add(layer.name());
                sharing.add(bearer);
            }
        }
        readers = new int[read.layers().size()];
        read.layers()
                .forEach(
                        layer -> layer.from().stream().filter(from -> from >= 0).forEach(from -> readers[from]++));
        read.outputs()
                .forEach(output -> output.stream().filter(from -> from >= 0).forEach(from -> readers[from]++));
    }

    static ReadLayers of(ReadLayers read) {
        return new Fold(read).run();
    }

    private ReadLayers run() {
        for (int index = 0; index < read.layers().size(); index++) {
            TracedLayer layer = read.layers().get(index);
            if (isUnused(index)) {
                layer.from().stream().filter(from -> from >= 0).forEach(from -> readers[from]--);
            }
        }
        for (int index = 0; index < read.layers().size(); index++) {
            if (isUnused(index)) {
                continue;
            }
            TracedLayer layer = read.layers().get(index);
            int only = layer.from().size() == 1 ? layer.from().get(0) : -1;
            int before = only >= 0 && readers[only] == 1 ? places.get(only) : -1;
            if (before >= 0 && takes(layers.get(before), layer)) {
                layers.set(before, joined(layers.get(before), layer));
                places.put(index, before);
            } else {
                layers.add(moved(layer));
                places.put(index, layers.size() - 1);
            }
        }
        List<List<Integer>> outputs = read.outputs().stream()
                .map(output -> output.stream().map(places::get).toList())
                .toList();
        return new ReadLayers(read.input(), layers, outputs, read.unread(), read.unexpressed());
    }

    /** A ReLU that turned out to be part of a ReLU6. */
    private boolean isUnused(int index) {
        TracedLayer layer = read.layers().get(index);
        return readers[index] == 0
                && layer.stated().containsValue("RELU")
                && read.layers().stream()
                        .anyMatch(other -> other.stated().containsValue("RELU6")
                                && other.from().equals(layer.from()));
    }

    private boolean takes(TracedLayer before, TracedLayer layer) {
        if (sharing.contains(before.name()) || sharing.contains(layer.name())) {
            return false;
        }
        boolean open = !before.stated().containsKey("activation");
        return switch (layer.annotation()) {
            case "Normalize" ->
                open
                        && WEIGHTED.contains(before.annotation())
                        && !before.stated().containsKey("norm");
            case "Activate" -> open && (ACTIVATED.contains(before.annotation()) || isOneMatrix(before));
            default -> false;
        };
    }

    /** Of two matrices over positions, the activation is the one in between. */
    private static boolean isOneMatrix(TracedLayer layer) {
        return layer.annotation().equals("TokenMixing") && !layer.stated().containsKey("hidden");
    }

    private static TracedLayer joined(TracedLayer before, TracedLayer layer) {
        Map<String, Object> stated = new HashMap<>(before.stated());
        stated.put(
                layer.annotation().equals("Normalize") ? "norm" : "activation",
                layer.stated().get("value"));
        Map<String, Double> constants = new HashMap<>(before.constants());
        constants.putAll(layer.constants());
        var parameters = new ArrayList<>(before.parameters());
        parameters.addAll(layer.parameters());
        return new TracedLayer(
                before.name(), before.annotation(), stated, before.from(), before.shape(), constants, parameters, true);
    }

    private TracedLayer moved(TracedLayer layer) {
        return new TracedLayer(
                layer.name(),
                layer.annotation(),
                layer.stated(),
                layer.from().stream().map(places::get).toList(),
                layer.shape(),
                layer.constants(),
                layer.parameters(),
                layer.isRead());
    }
}
