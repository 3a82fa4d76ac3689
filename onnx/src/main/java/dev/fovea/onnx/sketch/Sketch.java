package dev.fovea.onnx.sketch;

import dev.fovea.onnx.fold.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The layers of a network, each after those it reads. */
public final class Sketch {
    private final Num channels;
    private final List<Num> extents;
    private final List<Item> items = new ArrayList<>();
    private final TreeSet<Integer> outputs = new TreeSet<>();

    /** A network without layers. */
    public Sketch(Num channels, List<Num> extents) {
        this.channels = channels;
        this.extents = List.copyOf(extents);
    }

    public List<Item> items() {
        return items;
    }

    /** Layers that are outputs of the graph, or that something other than a layer reads. */
    public TreeSet<Integer> outputs() {
        return outputs;
    }

    /** How many of the layers have weights. */
    public long weighed() {
        return items.stream().filter(item -> !item.weights().names().isEmpty()).count();
    }

    public int axes() {
        return extents.size();
    }

    public int add(Item item) {
        items.add(item);
        return items.size() - 1;
    }

    public Num channels(int layer) {
        return layer < 0 ? channels : items.get(layer).channels();
    }

    public List<Num> extents(int layer) {
        return layer < 0 ? extents : items.get(layer).extents();
    }

    /** The extent along an axis of an atom. */
    public Num extent(int layer, int axis) {
        return extents(layer).get(axis);
    }

    /** Indices of the layers that read {@code layer}. */
    public List<Integer> readers(int layer) {
        List<Integer> readers = new ArrayList<>();
        for (int i = Math.max(0, layer); i < items.size(); i++) {
            if (items.get(i).sources().contains(layer)) {
                readers.add(i);
            }
        }
        return readers;
    }
}
