package dev.fovea.processor.code.eval;

import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Conversions between Java's primitive types, by their wrappers (Java Language Specification, chapter 5). */
final class Numbers {
    private Numbers() {}

    /** The primitive type that a wrapper stands for; null for other objects. */
    static @Nullable TypeKind kind(@Nullable Object value) {
        if (value instanceof Integer) {
            return TypeKind.INT;
        }
        if (value instanceof Long) {
            return TypeKind.LONG;
        }
        if (value instanceof Float) {
            return TypeKind.FLOAT;
        }
        if (value instanceof Double) {
            return TypeKind.DOUBLE;
        }
        if (value instanceof Boolean) {
            return TypeKind.BOOLEAN;
        }
        if (value instanceof Character) {
            return TypeKind.CHAR;
        }
        if (value instanceof Short) {
            return TypeKind.SHORT;
        }
        return value instanceof Byte ? TypeKind.BYTE : null;
    }

    /** The primitive type of a class; null for others. */
    static @Nullable TypeKind kind(Class<?> type) {
        return type.isPrimitive() && type != void.class
                ? TypeKind.valueOf(type.getName().toUpperCase(java.util.Locale.ROOT))
                : null;
    }

    static boolean isNumeric(@Nullable TypeKind kind) {
        return kind != null && kind != TypeKind.BOOLEAN;
    }

    /** The type in which a binary operator calculates. */
    static TypeKind promoted(TypeKind left, TypeKind right) {
        for (TypeKind wide : new TypeKind[] {TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG}) {
            if (left == wide || right == wide) {
                return wide;
            }
        }
        return TypeKind.INT;
    }

    /** True if a value of one type can be assigned to a variable of another without a cast. */
    static boolean widens(TypeKind from, TypeKind to) {
        if (from == to) {
            return true;
        }
        return switch (to) {
            case SHORT -> from == TypeKind.BYTE;
            case INT -> from == TypeKind.BYTE || from == TypeKind.SHORT || from == TypeKind.CHAR;
            case LONG -> widens(from, TypeKind.INT);
            case FLOAT -> widens(from, TypeKind.LONG);
            case DOUBLE -> widens(from, TypeKind.FLOAT);
            default -> false;
        };
    }

    /**
     * A number or character as one of another type, as a cast gives it.
     *
     * @throws IncompleteCodeException if there is no such conversion
     * @throws NotReadException if the number is not known
     */
    static Object to(TypeKind kind, @Nullable Object value) {
        if (value instanceof Symbol symbol) {
            Long known = symbol.value();
            if (known == null) {
                throw new NotReadException(symbol.unknown());
            }
            return to(kind, known);
        }
        if (value instanceof Unknown unknown) {
            throw new NotReadException(unknown);
        }
        if (kind == TypeKind.BOOLEAN && value instanceof Boolean) {
            return value;
        }
        Object plain = value instanceof Character character ? Integer.valueOf(character) : value;
        if (!(plain instanceof Number number)) {
            throw new IncompleteCodeException();
        }
        boolean fraction = number instanceof Float || number instanceof Double;
        return switch (kind) {
            case INT -> number.intValue();
            case LONG -> number.longValue();
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            // A fraction goes by way of an int.
            case CHAR -> (char) (fraction ? number.intValue() : number.longValue());
            case SHORT -> (short) (fraction ? number.intValue() : number.longValue());
            case BYTE -> (byte) (fraction ? number.intValue() : number.longValue());
            default -> throw new IncompleteCodeException();
        };
    }
}
