package dev.fovea.onnx.view;

import dev.fovea.onnx.fold.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tensor that shows a layer's map in some layout, after a function of each of its units.
 *
 * @param layer index of the layer; -1 = the network's input
 * @param dims the tensor's dimensions, each as atoms from the outermost to the innermost; none for an extent of 1
 * @param function what was applied to each position's values {@code x}; {@code x} where nothing was
 * @param reduced whether the channels were reduced to one by a statistic
 * @param before tokens before the map's positions in an atom of {@link Atom#TOKENS}
 */
public record View(int layer, List<List<Atom>> dims, String function, boolean reduced, long before) {
    /** The function of a view that shows the map as it is. */
    public static final String PLAIN = "x";

    public View {
        dims = List.copyOf(dims);
    }

    /** A plain view. */
    public View(int layer, List<List<Atom>> dims) {
        this(layer, dims, PLAIN, false, 0);
    }

    public boolean isPlain() {
        return function.equals(PLAIN) && !reduced;
    }

    public int rank() {
        return dims.size();
    }

    public Num size(int dim) {
        return size(dims.get(dim));
    }

    public static Num size(List<Atom> atoms) {
        Num size = Num.ONE;
        for (Atom atom : atoms) {
            size = size.times(atom.size());
        }
        return size;
    }

    public List<Num> sizes() {
        return dims.stream().map(View::size).toList();
    }

    public View withDims(List<List<Atom>> other) {
        return new View(layer, other, function, reduced, before);
    }

    public View withDim(int dim, List<Atom> atoms) {
        List<List<Atom>> other = new ArrayList<>(dims);
        other.set(dim, atoms);
        return withDims(other);
    }

    public View withFunction(String other) {
        return new View(layer, dims, other, reduced, before);
    }

    /** The same layout of another layer. */
    public View of(int other) {
        return new View(other, dims, PLAIN, false, before);
    }

    public View permuted(List<Integer> order) {
        return withDims(order.stream().map(dims::get).toList());
    }

    /** The same elements under other extents; empty where an atom would have to be cut in an unequal way. */
    public Optional<View> reshaped(List<Num> sizes) {
        return Cutting.cut(dims, sizes).map(this::withDims);
    }
}
