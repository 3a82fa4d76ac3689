package dev.fovea.onnx.sketch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

/** A sketch whose layers are being joined; keeps track of which layer reads which. */
final class Rewriting {
    private final Sketch sketch;
    private final List<List<Integer>> readers = new ArrayList<>();

    Rewriting(Sketch sketch) {
        this.sketch = sketch;
        for (int i = 0; i < sketch.items().size(); i++) {
            readers.add(new ArrayList<>());
        }
        for (int i : live()) {
            for (int source : item(i).sources()) {
                // Of several times that it reads the same, the last is the latest reader.
                List<Integer> known = source < 0 ? List.of() : readers.get(source);
                if (source >= 0 && (known.isEmpty() || known.get(known.size() - 1) != i)) {
                    known.add(i);
                }
            }
        }
    }

    /** The layers that outputs depend on, in order. */
    List<Integer> live() {
        BitSet live = new BitSet(size());
        List<Integer> wanted = new ArrayList<>(sketch.outputs());
        while (!wanted.isEmpty()) {
            int layer = wanted.remove(wanted.size() - 1);
            if (layer >= 0 && !live.get(layer)) {
                live.set(layer);
                wanted.addAll(item(layer).sources());
            }
        }
        return live.stream().boxed().toList();
    }

    Sketch sketch() {
        return sketch;
    }

    int size() {
        return sketch.items().size();
    }

    Item item(int layer) {
        return sketch.items().get(layer);
    }

    boolean is(int layer, String op) {
        return layer >= 0 && item(layer).is(op);
    }

    List<Integer> readers(int layer) {
        return readers.get(layer);
    }

    /** The layer's only reader; -1 where there are several or none, or where the layer is an output. */
    int onlyReader(int layer) {
        return layer >= 0 && readers.get(layer).size() == 1 && !sketch.outputs().contains(layer)
                ? readers.get(layer).get(0)
                : -1;
    }

    /** Whatever reads {@code old} reads {@code other} from now on. */
    void redirect(int old, int other) {
        for (int reader : readers.get(old)) {
            item(reader).sources().replaceAll(source -> source == old ? other : source);
            if (other >= 0 && !readers.get(other).contains(reader)) {
                readers.get(other).add(reader);
            }
        }
        if (other >= 0) {
            readers.get(other).remove((Integer) old);
        }
        readers.get(old).clear();
        if (sketch.outputs().remove(old)) {
            sketch.outputs().add(other);
        }
    }

    /** Makes a layer read something else. */
    void rewire(int layer, List<Integer> sources) {
        for (int source : item(layer).sources()) {
            if (source >= 0) {
                readers.get(source).remove((Integer) layer);
            }
        }
        item(layer).sources().clear();
        item(layer).sources().addAll(sources);
        for (int source : new HashSet<>(sources)) {
            if (source >= 0) {
                readers.get(source).add(layer);
            }
        }
    }
}
