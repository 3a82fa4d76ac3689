package dev.fovea.processor.code.eval;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/**
 * Creates arrays and reads and writes their elements.
 *
 * <p>Arrays of primitive types are those of Java, unless an initializer has unknown elements; all others are arrays of
 * objects.
 */
final class ArrayElements {
    private static final int MOST_ELEMENTS = 1_000_000;

    private final Interpreter interpreter;

    ArrayElements(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The array of an initializer in braces. */
    Object initialized(NewArrayTree tree, @Nullable Tree type, Frame frame) {
        if (!(type instanceof ArrayTypeTree array)) {
            throw new IncompleteCodeException();
        }
        return filled(array.getType(), tree.getInitializers(), frame);
    }

    private Object filled(Tree elementType, List<? extends ExpressionTree> initializers, Frame frame) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (ExpressionTree initializer : initializers) {
            elements.add(interpreter.expressions.initial(initializer, elementType, frame));
        }
        return of(elementType, elements);
    }

    /** An array of these elements. */
    static Object of(Tree elementType, List<@Nullable Object> elements) {
        boolean isKnown = elements.stream().noneMatch(e -> e instanceof Unknown || e instanceof Symbol);
        Class<?> type = isKnown ? component(elementType) : Object.class;
        Object array = Array.newInstance(type, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, Conversions.declared(elements.get(i), elementType));
        }
        return array;
    }

    Object created(NewArrayTree tree, Frame frame) {
        if (tree.getInitializers() != null) {
            // In "new int[][] {…}" the type is that of the elements.
            return filled(tree.getType(), tree.getInitializers(), frame);
        }
        List<Integer> sizes = new ArrayList<>();
        long count = 1;
        for (ExpressionTree dimension : tree.getDimensions()) {
            Object size = interpreter.expressions.evaluate(dimension, frame);
            if (size instanceof Unknown unknown) {
                throw new NotReadException(unknown);
            }
            int length = (Integer) Numbers.to(TypeKind.INT, size);
            count *= Math.max(1, length);
            if (length < 0 || count > MOST_ELEMENTS) {
                throw new NotReadException(
                        new Unknown("an array of this size is not followed", Interpreter.code(tree, frame)));
            }
            sizes.add(length);
        }
        return created(tree.getType(), sizes);
    }

    private static Object created(Tree elementType, List<Integer> sizes) {
        if (sizes.size() == 1) {
            return Array.newInstance(component(elementType), sizes.get(0));
        }
        Object[] rows = new Object[sizes.get(0)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = created(elementType, sizes.subList(1, sizes.size()));
        }
        return rows;
    }

    private static Class<?> component(Tree type) {
        return type instanceof PrimitiveTypeTree primitive
                ? switch (primitive.getPrimitiveTypeKind()) {
                    case INT -> int.class;
                    case LONG -> long.class;
                    case FLOAT -> float.class;
                    case DOUBLE -> double.class;
                    case BOOLEAN -> boolean.class;
                    case CHAR -> char.class;
                    case SHORT -> short.class;
                    default -> byte.class;
                }
                : Object.class;
    }

    /** An element as something to read and write. */
    Location element(ArrayAccessTree tree, Frame frame) {
        Object array = interpreter.expressions.evaluate(tree.getExpression(), frame);
        Object position = interpreter.expressions.evaluate(tree.getIndex(), frame);
        Unknown unknown = array instanceof Unknown first ? first : position instanceof Unknown second ? second : null;
        if (unknown != null) {
            return new UnknownLocation(unknown);
        }
        if (array == null || !array.getClass().isArray()) {
            throw array == null
                    ? new NotReadException(new Unknown("this array is null", Interpreter.code(tree, frame)))
                    : new IncompleteCodeException();
        }
        int index = (Integer) Numbers.to(TypeKind.INT, position);
        if (index < 0 || index >= Array.getLength(array)) {
            throw new NotReadException(new Unknown(
                    "index %s is out of bounds for length %s".formatted(index, Array.getLength(array)),
                    Interpreter.code(tree, frame)));
        }
        return new Element(array, index);
    }

    private record Element(Object array, int index) implements Location {
        @Override
        public @Nullable Object get() {
            return Array.get(array, index);
        }

        @Override
        public void set(@Nullable Object value) {
            TypeKind kind = Numbers.kind(array.getClass().getComponentType());
            if (kind != null && value instanceof Unknown unknown) {
                throw new NotReadException(unknown);
            }
            Array.set(array, index, kind == null ? value : Numbers.to(kind, value));
        }
    }

    /** A place that is not known: whatever is written there could be read elsewhere. */
    record UnknownLocation(Unknown unknown) implements Location {
        @Override
        public Object get() {
            return unknown;
        }

        @Override
        public void set(@Nullable Object value) {
            throw new NotReadException(unknown);
        }
    }
}
