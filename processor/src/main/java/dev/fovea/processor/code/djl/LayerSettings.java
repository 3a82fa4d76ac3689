package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a builder or a method was told into attributes of a layer. */
final class LayerSettings {
    private final Node node;
    private final int axes;
    private @Nullable Unknown unknown;

    LayerSettings(Node node, int axes) {
        this.node = node;
        this.axes = axes;
    }

    /** The unknown setting that leaves the whole layer unknown; null where all settings are known. */
    @Nullable
    Unknown unknown() {
        return unknown;
    }

    private void fail(String attribute, @Nullable Object value, Argument argument, String why) {
        node.open().add(attribute);
        if (unknown == null) {
            unknown = value instanceof Unknown cause ? cause : new Unknown(why, argument.code());
        }
    }

    /** One number per axis, from a shape. */
    void shape(String attribute, @Nullable Argument argument) {
        if (argument == null) {
            return;
        }
        if (!(argument.value() instanceof Shape shape)) {
            fail(attribute, argument.value(), argument, "%s is known only at run time".formatted(attribute));
            return;
        }
        if (shape.sizes().size() != axes) {
            fail(
                    attribute,
                    null,
                    argument,
                    "%s has %s here, but the network %s; write one per axis, or state the axes in @Input"
                            .formatted(
                                    attribute,
                                    shape.sizes().size() == 1
                                            ? "one entry"
                                            : shape.sizes().size() + " entries",
                                    axes == 1 ? "one axis" : axes + " axes"));
            return;
        }
        List<Long> numbers = new ArrayList<>();
        for (Object size : shape.sizes()) {
            Long number = Values.number(size);
            if (number == null) {
                fail(attribute, size, argument, "%s is known only at run time".formatted(attribute));
                return;
            }
            numbers.add(number);
        }
        node.with(attribute, List.copyOf(numbers), argument.code());
    }

    /** Refuses settings that the engine refuses when the pool runs. */
    void atMostHalf(String attribute, String whole, @Nullable Argument argument) {
        if (argument != null
                && node.stated().get(attribute) instanceof List<?> amounts
                && node.stated().get(whole) instanceof List<?> wholes) {
            for (int i = 0; i < amounts.size(); i++) {
                if (2 * (Long) amounts.get(i) > (Long) wholes.get(i)) {
                    fail(
                            attribute,
                            null,
                            argument,
                            "a pool with a %s of more than half its %s throws an exception when it runs"
                                    .formatted(attribute, whole));
                }
            }
        }
    }

    /** A whole number. */
    void number(String attribute, @Nullable Argument argument) {
        if (argument == null) {
            return;
        }
        Long number = Values.number(argument.value());
        if (number == null) {
            fail(attribute, argument.value(), argument, "%s is known only at run time".formatted(attribute));
        } else {
            node.with(attribute, number, argument.code());
        }
    }

    void flag(String attribute, @Nullable Argument argument) {
        if (argument == null) {
            return;
        }
        if (argument.value() instanceof Boolean flag) {
            node.with(attribute, flag, argument.code());
        } else {
            fail(attribute, argument.value(), argument, "%s is known only at run time".formatted(attribute));
        }
    }
}
