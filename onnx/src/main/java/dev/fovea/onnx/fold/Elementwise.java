package dev.fovea.onnx.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators that act on each element of a constant by itself. */
final class Elementwise {
    private static final Num NONE = Num.unknown("");

    private Elementwise() {}

    /** An operator on a number, which may be an unknown one; empty where the result cannot be known. */
    interface Unary {
        Optional<Num> apply(Num number);
    }

    /** A function of known numbers. */
    interface Real {
        double apply(double number);
    }

    static Constant where(Constant condition, Constant one, Constant two) {
        Constant chosen = Broadcast.apply(one, two, one.integers(), (a, b, i) -> Optional.of(a));
        Constant other = Broadcast.apply(one, two, one.integers(), (a, b, i) -> Optional.of(b));
        Constant first =
                Broadcast.apply(condition, chosen, chosen.integers(), (c, a, i) -> truth(c).map(t -> t ? a : NONE));
        Constant both =
                Broadcast.apply(first, other, chosen.integers(), (a, b, i) -> Optional.of(a.equals(NONE) ? b : a));
        return both;
    }

    private static Optional<Boolean> truth(Num number) {
        return number.isKnown() ? Optional.of(number.factor() != 0) : Optional.empty();
    }

    /** Applied where the numbers are known. */
    static Constant known(Constant value, Real real) {
        return unary(value, x -> x.isKnown() ? Optional.of(Num.of(real.apply(x.factor()))) : Optional.empty());
    }

    /** The number itself, if it is a whole multiple of its unknown. */
    static Optional<Num> wholeMultiple(Num number) {
        return number.factor() == Math.rint(number.factor()) ? Optional.of(number) : Optional.empty();
    }

    /** Applied to every element; only the extents are kept where a result cannot be known. */
    static Constant unary(Constant value, Unary operator) {
        if (value.dims().isEmpty()) {
            return Constant.OPAQUE;
        }
        List<Num> data = new ArrayList<>();
        for (Num number : value.data().orElse(List.of())) {
            Optional<Num> result = operator.apply(number);
            if (result.isEmpty()) {
                return Constant.shaped(value.dims().get(), value.integers());
            }
            data.add(result.get());
        }
        return value.data().isEmpty()
                ? Constant.shaped(value.dims().get(), value.integers())
                : Constant.of(value.dims().get(), data, value.integers());
    }
}
