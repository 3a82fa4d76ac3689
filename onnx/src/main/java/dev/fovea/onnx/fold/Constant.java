package dev.fovea.onnx.fold;

import dev.fovea.onnx.graph.ElementType;
import dev.fovea.onnx.graph.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A tensor that does not depend on what the network reads, but for the input's extents.
 *
 * @param dims extents, if known
 * @param data elements in row-major order, if known; not kept for large tensors
 * @param integers whether its type is an integer one, so that division truncates
 */
public record Constant(Optional<List<Num>> dims, Optional<List<Num>> data, boolean integers) {
    /** Of which neither extents nor elements are known. */
    public static final Constant OPAQUE = new Constant(Optional.empty(), Optional.empty(), false);

    public static Constant of(List<Num> dims, List<Num> data, boolean integers) {
        return new Constant(Optional.of(List.copyOf(dims)), Optional.of(List.copyOf(data)), integers);
    }

    /** A vector of whole numbers. */
    public static Constant vector(List<Num> data) {
        return of(List.of(Num.of(data.size())), data, true);
    }

    /** Extents alone. */
    public static Constant shaped(List<Num> dims, boolean integers) {
        return new Constant(Optional.of(List.copyOf(dims)), Optional.empty(), integers);
    }

    /** What a file stores. */
    public static Constant of(Tensor tensor) {
        List<Num> dims = new ArrayList<>();
        for (long dim : tensor.dims()) {
            dims.add(Num.of(dim));
        }
        boolean integers = ElementType.isInteger(tensor.type());
        long count = 1;
        for (long dim : tensor.dims()) {
            count = Math.min(count * Math.min(dim, 1L << 31), 1L << 31);
        }
        if (tensor.data().size() != count) {
            return shaped(dims, integers);
        }
        return new Constant(Optional.of(List.copyOf(dims)), Optional.of(new Elements(tensor.data())), integers);
    }

    /** The elements as whole numbers; empty if one is not known. */
    public Optional<List<Long>> wholes() {
        if (data.isEmpty() || !data.get().stream().allMatch(Num::isKnown)) {
            return Optional.empty();
        }
        return Optional.of(
                data.get().stream().map(number -> (long) number.factor()).toList());
    }

    /** True if it has one element, or if broadcasting it changes no extent. */
    public boolean isScalar() {
        return dims.isPresent() && dims.get().stream().allMatch(dim -> dim.is(1));
    }

    /** Its only element, if known. */
    public Optional<Num> scalar() {
        return data.filter(elements -> elements.size() == 1).map(elements -> elements.get(0));
    }

    /** The number of axes; -1 where it is not known. */
    public int rank() {
        return dims.map(List::size).orElse(-1);
    }

    /** The same elements under other extents. */
    Constant reshaped(List<Num> extents) {
        return new Constant(Optional.of(List.copyOf(extents)), data, integers);
    }

    /** Extents as {@code long}; empty if one is not known. */
    Optional<int[]> shape() {
        if (dims.isEmpty()) {
            return Optional.empty();
        }
        int[] shape = new int[dims.get().size()];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            Num dim = dims.get().get(i);
            if (!dim.isWhole() || dim.factor() < 0 || dim.factor() > 1 << 20) {
                return Optional.empty();
            }
            shape[i] = (int) dim.factor();
            count = count * shape[i];
            if (count > 1 << 20) {
                return Optional.empty();
            }
        }
        return Optional.of(shape);
    }

    public static Num product(List<Num> dims) {
        Num product = Num.ONE;
        for (Num dim : dims) {
            product = product.times(dim);
        }
        return product;
    }

    static List<Num> repeated(Num value, int count) {
        return Collections.nCopies(count, value);
    }
}
