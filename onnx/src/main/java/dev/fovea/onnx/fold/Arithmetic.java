package dev.fovea.onnx.fold;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operators on two numbers. */
final class Arithmetic {
    private Arithmetic() {}

    /** The operator of a node type; null where it does not take two numbers. */
    static Broadcast.@Nullable Operator operator(String type) {
        return switch (type) {
            case "Add" -> (a, b, i) -> a.plus(b);
            case "Sub" -> (a, b, i) -> a.minus(b);
            case "Mul" -> (a, b, i) -> Optional.of(a.times(b));
            case "Div" -> Num::over;
            case "Mod" -> (a, b, i) -> both(a, b, (x, y) -> y == 0 ? Double.NaN : x - Math.floor(x / y) * y);
            case "Pow" -> (a, b, i) -> both(a, b, Math::pow);
            case "Min" -> (a, b, i) -> a.equals(b) ? Optional.of(a) : both(a, b, Math::min);
            case "Max" -> (a, b, i) -> a.equals(b) ? Optional.of(a) : both(a, b, Math::max);
            case "Equal" -> (a, b, i) -> a.equals(b) ? Optional.of(Num.ONE) : equal(a, b);
            case "Less" -> (a, b, i) -> both(a, b, (x, y) -> x < y ? 1 : 0);
            case "LessOrEqual" -> (a, b, i) -> both(a, b, (x, y) -> x <= y ? 1 : 0);
            case "Greater" -> (a, b, i) -> both(a, b, (x, y) -> x > y ? 1 : 0);
            case "GreaterOrEqual" -> (a, b, i) -> both(a, b, (x, y) -> x >= y ? 1 : 0);
            case "And" -> (a, b, i) -> both(a, b, (x, y) -> x != 0 && y != 0 ? 1 : 0);
            case "Or" -> (a, b, i) -> both(a, b, (x, y) -> x != 0 || y != 0 ? 1 : 0);
            default -> null;
        };
    }

    /** An extent is at least 1, which is all that exporters ask: whether it is -1. */
    private static Optional<Num> equal(Num left, Num right) {
        if (left.isKnown() && right.isKnown()) {
            return Optional.of(Num.ZERO);
        }
        boolean never = left.isKnown() && left.factor() <= 0 || right.isKnown() && right.factor() <= 0;
        return never ? Optional.of(Num.ZERO) : Optional.empty();
    }

    private interface Reals {
        double apply(double left, double right);
    }

    private static Optional<Num> both(Num left, Num right, Reals operator) {
        if (!left.isKnown() || !right.isKnown()) {
            return Optional.empty();
        }
        double result = operator.apply(left.factor(), right.factor());
        return Double.isNaN(result) ? Optional.empty() : Optional.of(Num.of(result));
    }
}
