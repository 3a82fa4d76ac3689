package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what a layer's builder was told into attributes of a layer. */
final class BuilderSettings {
    private final LayerSpec layer;
    private final Node node;
    private @Nullable Unknown unknown;

    BuilderSettings(LayerSpec layer, Node node) {
        this.layer = layer;
        this.node = node;
    }

    /** The unknown setting that leaves the whole layer unknown; null where all settings are known. */
    @Nullable
    Unknown unknown() {
        return unknown;
    }

    void fail(String attribute, Unknown why) {
        node.open().add(attribute);
        if (unknown == null) {
            unknown = why;
        }
    }

    /** Where a method's argument is written, else the layer. */
    Code at(String method) {
        Argument argument = layer.setting(method);
        return argument == null ? layer.code() : argument.code();
    }

    /**
     * Whole numbers, whether arguments or entries of one; null where they are not known, or the method was not called.
     */
    @Nullable
    List<Long> numbers(String attribute, String method) {
        List<Argument> arguments = layer.settings().get(method);
        if (arguments == null) {
            return null;
        }
        List<Long> numbers = new ArrayList<>();
        for (Argument argument : arguments) {
            for (Object entry : Values.entries(argument.value())) {
                Long number = Values.number(entry);
                if (number == null) {
                    fail(
                            attribute,
                            entry instanceof Unknown why
                                    ? why
                                    : new Unknown("%s is known only at run time".formatted(method), argument.code()));
                    return null;
                }
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** One number per axis; one alone stands for all, except where the library wants two. */
    List<Long> perAxis(String attribute, String method, int axes, List<Long> otherwise) {
        List<Long> numbers = numbers(attribute, method);
        if (numbers == null) {
            return otherwise;
        }
        boolean isShort = numbers.size() == 1 && (axes != 2 || method.equals("size"));
        if (numbers.size() != axes && !isShort) {
            fail(
                    attribute,
                    new Unknown(
                            "%s has %s entries here, but the layer has %s axes".formatted(method, numbers.size(), axes),
                            at(method)));
            return otherwise;
        }
        return numbers.size() == axes ? numbers : Collections.nCopies(axes, numbers.get(0));
    }

    /** A number that has no default. */
    void required(String attribute, String method) {
        List<Long> numbers = numbers(attribute, method);
        if (numbers != null && numbers.size() == 1) {
            node.with(attribute, numbers.get(0), at(method));
        } else {
            fail(attribute, new Unknown("%s is not stated".formatted(method), layer.code()));
        }
    }

    long number(String attribute, String method, long otherwise) {
        List<Long> numbers = numbers(attribute, method);
        return numbers == null || numbers.size() != 1 ? otherwise : numbers.get(0);
    }

    /** True or false; {@code otherwise} where the method was not called. */
    boolean flag(String attribute, String method, boolean otherwise) {
        Argument argument = layer.setting(method);
        if (argument == null || argument.value() instanceof Boolean) {
            return argument == null ? otherwise : (Boolean) argument.value();
        }
        fail(
                attribute,
                argument.value() instanceof Unknown why
                        ? why
                        : new Unknown("%s is known only at run time".formatted(method), argument.code()));
        return otherwise;
    }
}
