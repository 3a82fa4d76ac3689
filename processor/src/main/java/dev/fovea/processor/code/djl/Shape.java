package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.eval.Symbol;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A shape.
 *
 * @param sizes numbers, symbols or unknown values
 */
record Shape(List<@Nullable Object> sizes) implements Foreign {
    static final String NAME = "ai.djl.ndarray.types.Shape";

    /** The shape that a constructor's arguments give. */
    static Object of(Invocation invocation) {
        List<@Nullable Object> sizes = new ArrayList<>();
        for (Argument argument : invocation.arguments()) {
            if (argument.value() instanceof Unknown unknown && invocation.count() == 1) {
                // It may be an array.
                return unknown;
            }
            sizes.addAll(Values.entries(argument.value()));
        }
        for (Object size : sizes) {
            if (!(size instanceof Number || size instanceof Symbol || size instanceof Unknown)) {
                return invocation.unknown("this kind of shape is not followed");
            }
        }
        for (Object size : sizes) {
            if (size instanceof Number number && number.longValue() < -1) {
                throw invocation.notRead("Shape throws an exception here: it takes no number below -1");
            }
        }
        sizes.replaceAll(size -> size instanceof Number number ? number.longValue() : size);
        return new Shape(sizes);
    }

    @Override
    public String typeName() {
        return NAME;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return switch (invocation.name()) {
            case "get", "size" -> invocation.count() == 1 ? entry(invocation) : product(invocation);
            case "dimension" -> sizes.size();
            case "head" -> at(0, invocation);
            case "tail" -> at(sizes.size() - 1, invocation);
            case "add", "addAll" -> joined(invocation);
            case "slice" -> slice(invocation);
            case "getShape" -> array(invocation);
            default -> Invocation.NONE;
        };
    }

    private @Nullable Object entry(Invocation invocation) {
        return invocation.value(0) instanceof Integer index
                ? at(index, invocation)
                : invocation.unknown("which entry this asks for is known only at run time");
    }

    private @Nullable Object at(int index, Invocation invocation) {
        if (index < 0 || index >= sizes.size()) {
            throw invocation.notRead("a shape of %s entries has no entry %s".formatted(sizes.size(), index));
        }
        return sizes.get(index);
    }

    private Object product(Invocation invocation) {
        long product = 1;
        for (Object size : sizes) {
            Long value = Values.number(size);
            if (value == null) {
                return size instanceof Unknown ? size : invocation.unknown("the size of this shape is not known");
            }
            product = Math.multiplyExact(product, value);
        }
        return product;
    }

    private Object joined(Invocation invocation) {
        List<@Nullable Object> all = new ArrayList<>(sizes);
        for (Argument argument : invocation.arguments()) {
            List<?> more = argument.value() instanceof Shape shape ? shape.sizes : Values.entries(argument.value());
            all.addAll(more);
        }
        all.replaceAll(size -> size instanceof Number number ? number.longValue() : size);
        return new Shape(all);
    }

    private Object slice(Invocation invocation) {
        Long begin = Values.number(invocation.value(0));
        Long end = invocation.count() == 2 ? Values.number(invocation.value(1)) : Long.valueOf(sizes.size());
        if (begin == null || end == null || begin < 0 || begin > end || end > sizes.size()) {
            return invocation.unknown("this part of the shape is not known");
        }
        return new Shape(List.copyOf(sizes.subList(begin.intValue(), end.intValue())));
    }

    private Object array(Invocation invocation) {
        long[] array = new long[sizes.size()];
        for (int i = 0; i < array.length; i++) {
            Long value = Values.number(sizes.get(i));
            if (value == null) {
                return invocation.unknown("this shape is known only at run time");
            }
            array[i] = value;
        }
        return array;
    }

    /** As the library prints it. */
    @Override
    public String toString() {
        return sizes.stream().map(Shape::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(@Nullable Object size) {
        if (size instanceof Symbol symbol && symbol.value() == null) {
            throw new NotReadException(symbol.unknown());
        }
        return String.valueOf(size instanceof Symbol symbol ? symbol.value() : size);
    }
}
