package dev.fovea.djl.read;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How the dimensions of an array hold the units of a layer's map, after transpositions and reshapes.
 *
 * @param dimensions per dimension its factors, slowest first; factors of size 1 are left out
 */
record View(List<List<Atom>> dimensions) {
    View {
        dimensions = dimensions.stream().map(View::joined).toList();
    }

    /** The map as it is: batch, channels, then one dimension for each axis. */
    static View of(Shape map) {
        List<List<Atom>> dimensions = new ArrayList<>();
        for (int axis = 0; axis < map.dimension(); axis++) {
            dimensions.add(List.of(new Atom(axis, map.get(axis), 1)));
        }
        return new View(dimensions);
    }

    private static List<Atom> joined(List<Atom> atoms) {
        List<Atom> joined = new ArrayList<>();
        for (Atom atom : atoms) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).continuesIn(atom)) {
                joined.set(last, joined.get(last).joined(atom));
            } else if (atom.size() > 1) {
                joined.add(atom);
            }
        }
        return List.copyOf(joined);
    }

    private static long size(List<Atom> atoms) {
        return atoms.stream().mapToLong(Atom::size).reduce(1, Math::multiplyExact);
    }

    /** The shape of the array. */
    Shape shape() {
        return new Shape(dimensions.stream().mapToLong(View::size).toArray());
    }

    /** Swaps dimensions. */
    View transposed(int... order) {
        List<List<Atom>> result = new ArrayList<>();
        for (int dimension : order) {
            result.add(dimensions.get(dimension));
        }
        return new View(result);
    }

    /** The same units in other dimensions; empty where one of these cuts through a factor. */
    Optional<View> reshaped(Shape shape) {
        Deque<Atom> rest = new ArrayDeque<>();
        dimensions.forEach(rest::addAll);
        List<List<Atom>> result = new ArrayList<>();
        for (long extent : shape.getShape()) {
            List<Atom> dimension = new ArrayList<>();
            long missing = extent;
            while (missing > 1) {
                Atom next = rest.pollFirst();
                if (next == null) {
                    return Optional.empty();
                }
                if (missing % next.size() == 0) {
                    dimension.add(next);
                    missing /= next.size();
                } else if (next.size() % missing == 0) {
                    dimension.add(next.outer(missing));
                    rest.addFirst(next.inner(missing));
                    missing = 1;
                } else {
                    return Optional.empty();
                }
            }
            result.add(dimension);
        }
        return rest.isEmpty() ? Optional.of(new View(result)) : Optional.empty();
    }

    /** The factors of all dimensions but the first ones. */
    List<Atom> from(int dimension) {
        return dimensions.subList(dimension, dimensions.size()).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Without a dimension. */
    View without(int dimension) {
        List<List<Atom>> result = new ArrayList<>(dimensions);
        result.remove(dimension);
        return new View(result);
    }

    /** With a dimension of extent 1 more. */
    View with(int dimension) {
        List<List<Atom>> result = new ArrayList<>(dimensions);
        result.add(dimension, Collections.emptyList());
        return new View(result);
    }
}
