package dev.fovea.onnx.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The extents that a Reshape asks for. */
public final class Reshaping {
    private Reshaping() {}

    /**
     * The extents, with 0 (keep) and -1 (the rest) replaced.
     *
     * @param from extents before, if known
     */
    public static Optional<List<Num>> target(List<Num> asked, Optional<List<Num>> from, boolean allowZero) {
        List<Num> dims = new ArrayList<>();
        int rest = -1;
        Num product = Num.ONE;
        for (int i = 0; i < asked.size(); i++) {
            Num dim = asked.get(i);
            if (dim.is(0) && !allowZero) {
                if (from.isEmpty() || i >= from.get().size()) {
                    return Optional.empty();
                }
                dim = from.get().get(i);
            }
            if (dim.is(-1)) {
                if (rest >= 0) {
                    return Optional.empty();
                }
                rest = i;
            } else {
                product = product.times(dim);
            }
            dims.add(dim);
        }
        if (rest >= 0) {
            if (from.isEmpty()) {
                return Optional.empty();
            }
            Optional<Num> remainder = Constant.product(from.get()).parted(product);
            if (remainder.isEmpty()) {
                return Optional.empty();
            }
            dims.set(rest, remainder.get());
        }
        return Optional.of(List.copyOf(dims));
    }
}
