package dev.fovea.onnx.fold;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Elements that a file stores, as numbers that a graph computes with; each is made when it is asked for. */
final class Elements extends AbstractList<Num> implements RandomAccess {
    private final List<Number> stored;

    Elements(List<Number> stored) {
        this.stored = stored;
    }

    @Override
    public Num get(int index) {
        return Num.of(stored.get(index).doubleValue());
    }

    @Override
    public int size() {
        return stored.size();
    }
}
