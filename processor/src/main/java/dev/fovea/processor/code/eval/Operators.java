package dev.fovea.processor.code.eval;

import com.sun.source.tree.Tree;
import java.util.Objects;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Java's operators on known values (Java Language Specification, chapter 15). */
final class Operators {
    private Operators() {}

    /**
     * The result of a binary operator but for {@code &&} and {@code ||}; null where it is not followed.
     *
     * @throws ArithmeticException for an integer division by zero
     * @throws IncompleteCodeException if the operator does not take such operands
     */
    static @Nullable Object binary(Tree.Kind operator, @Nullable Object left, @Nullable Object right) {
        if (operator == Tree.Kind.PLUS && (left instanceof String || right instanceof String)) {
            boolean isFollowed =
                    isText(left) && isText(right) && !Huge.isJoined(String.valueOf(left), String.valueOf(right));
            return isFollowed ? String.valueOf(left) + right : null;
        }
        TypeKind one = Numbers.kind(left);
        TypeKind other = Numbers.kind(right);
        if (operator == Tree.Kind.EQUAL_TO || operator == Tree.Kind.NOT_EQUAL_TO) {
            Boolean equal = isSame(left, one, right, other);
            return equal == null ? null : equal == (operator == Tree.Kind.EQUAL_TO);
        }
        if (one == TypeKind.BOOLEAN && other == TypeKind.BOOLEAN) {
            return logical(operator, (Boolean) Objects.requireNonNull(left), (Boolean) Objects.requireNonNull(right));
        }
        if (!Numbers.isNumeric(one) || !Numbers.isNumeric(other)) {
            throw new IncompleteCodeException();
        }
        TypeKind type = Numbers.promoted(Objects.requireNonNull(one), Objects.requireNonNull(other));
        if (isShift(operator)) {
            return shift(operator, Numbers.to(Numbers.promoted(one, TypeKind.INT), left), (Long)
                    Numbers.to(TypeKind.LONG, right));
        }
        Object a = Numbers.to(type, left);
        Object b = Numbers.to(type, right);
        // Rounded once more, longs and doubles give what ints and floats do.
        Object result = type == TypeKind.INT || type == TypeKind.LONG
                ? whole(operator, ((Number) a).longValue(), ((Number) b).longValue())
                : fraction(operator, ((Number) a).doubleValue(), ((Number) b).doubleValue());
        return result instanceof Boolean ? result : Numbers.to(type, result);
    }

    /** Whether {@code ==} holds; null where identity of boxes or texts decides, which is not followed. */
    private static @Nullable Boolean isSame(
            @Nullable Object left, @Nullable TypeKind one, @Nullable Object right, @Nullable TypeKind other) {
        if (left == null || right == null) {
            return left == right;
        }
        if (Numbers.isNumeric(one) && Numbers.isNumeric(other)) {
            TypeKind type = Numbers.promoted(Objects.requireNonNull(one), Objects.requireNonNull(other));
            return type == TypeKind.DOUBLE || type == TypeKind.FLOAT
                    ? ((Number) Numbers.to(TypeKind.DOUBLE, left)).doubleValue()
                            == ((Number) Numbers.to(TypeKind.DOUBLE, right)).doubleValue()
                    : Numbers.to(TypeKind.LONG, left).equals(Numbers.to(TypeKind.LONG, right));
        }
        if (one == TypeKind.BOOLEAN && other == TypeKind.BOOLEAN) {
            return left.equals(right);
        }
        if (left instanceof Foreign mine && right instanceof Foreign others && mine.constant() != null) {
            return mine.equals(others);
        }
        return left instanceof String ? null : (Boolean) (left == right);
    }

    private static boolean isShift(Tree.Kind operator) {
        return switch (operator) {
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> true;
            default -> false;
        };
    }

    private static Object logical(Tree.Kind operator, boolean left, boolean right) {
        return switch (operator) {
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            default -> throw new IncompleteCodeException();
        };
    }

    private static Object shift(Tree.Kind operator, Object left, long distance) {
        boolean isInt = left instanceof Integer;
        long number = ((Number) left).longValue();
        long places = distance & (isInt ? 31 : 63);
        long result =
                switch (operator) {
                    case LEFT_SHIFT -> number << places;
                    case RIGHT_SHIFT -> number >> places;
                    default -> (isInt ? number & 0xFFFF_FFFFL : number) >>> places;
                };
        return Numbers.to(isInt ? TypeKind.INT : TypeKind.LONG, result);
    }

    private static Object whole(Tree.Kind operator, long a, long b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            default -> compared(operator, Long.compare(a, b));
        };
    }

    private static Object fraction(Tree.Kind operator, double a, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            default -> compared(operator, a, b);
        };
    }

    private static boolean compared(Tree.Kind operator, int order) {
        return switch (operator) {
            case LESS_THAN -> order < 0;
            case LESS_THAN_EQUAL -> order <= 0;
            case GREATER_THAN -> order > 0;
            case GREATER_THAN_EQUAL -> order >= 0;
            default -> throw new IncompleteCodeException();
        };
    }

    /** Not by an ordering: NaN has no place in one. */
    private static boolean compared(Tree.Kind operator, double a, double b) {
        return switch (operator) {
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            default -> throw new IncompleteCodeException();
        };
    }

    /** The result of {@code -}, {@code +}, {@code ~} and {@code !}. */
    static Object unary(Tree.Kind operator, @Nullable Object operand) {
        TypeKind kind = Numbers.kind(operand);
        if (operator == Tree.Kind.LOGICAL_COMPLEMENT && operand instanceof Boolean flag) {
            return !flag;
        }
        if (!Numbers.isNumeric(kind)) {
            throw new IncompleteCodeException();
        }
        TypeKind type = Numbers.promoted(Objects.requireNonNull(kind), TypeKind.INT);
        Object value = Numbers.to(type, operand);
        if (operator == Tree.Kind.UNARY_PLUS) {
            return value;
        }
        if (operator == Tree.Kind.BITWISE_COMPLEMENT) {
            return Objects.requireNonNull(binary(Tree.Kind.XOR, value, -1));
        }
        if (operator != Tree.Kind.UNARY_MINUS) {
            throw new IncompleteCodeException();
        }
        // Not by a difference from 0, which has no sign.
        return Objects.requireNonNull(binary(Tree.Kind.MULTIPLY, value, -1));
    }

    /** The binary operator of a compound assignment or an increment. */
    static Tree.Kind simple(Tree.Kind compound) {
        return switch (compound) {
            case PLUS_ASSIGNMENT, PREFIX_INCREMENT, POSTFIX_INCREMENT -> Tree.Kind.PLUS;
            case MINUS_ASSIGNMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT -> Tree.Kind.MINUS;
            case MULTIPLY_ASSIGNMENT -> Tree.Kind.MULTIPLY;
            case DIVIDE_ASSIGNMENT -> Tree.Kind.DIVIDE;
            case REMAINDER_ASSIGNMENT -> Tree.Kind.REMAINDER;
            case LEFT_SHIFT_ASSIGNMENT -> Tree.Kind.LEFT_SHIFT;
            case RIGHT_SHIFT_ASSIGNMENT -> Tree.Kind.RIGHT_SHIFT;
            case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Tree.Kind.UNSIGNED_RIGHT_SHIFT;
            case AND_ASSIGNMENT -> Tree.Kind.AND;
            case OR_ASSIGNMENT -> Tree.Kind.OR;
            case XOR_ASSIGNMENT -> Tree.Kind.XOR;
            default -> throw new IncompleteCodeException();
        };
    }

    /** Whether a value's text is the same in every run. */
    private static boolean isText(@Nullable Object value) {
        return value == null || !value.getClass().isArray() && !(value instanceof Closure);
    }
}
