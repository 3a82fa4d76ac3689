package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Closure;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.NotReadException;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A block of other blocks. */
abstract class Composite extends Block {
    /** Blocks, objects in the source that are blocks, or unknown values. */
    final List<Object> children = new ArrayList<>();

    Composite(String type, Invocation invocation) {
        super(type, invocation);
    }

    /** Adds what a call passes: a block, a function, or nothing. */
    final void add(Argument argument, @Nullable String name, boolean singleton, Invocation invocation) {
        Object value = argument.value();
        if (value == null) {
            return;
        }
        if (value instanceof Closure closure) {
            children.add(named(new LambdaBlock(closure, singleton, argument, invocation), name));
        } else if (Block.of(value) != null) {
            named(Block.of(value), name);
            children.add(value);
        } else if (value instanceof Unknown) {
            children.add(value);
        } else {
            throw new NotReadException(
                    new Unknown("this is neither a block nor a function that is followed", argument.code()));
        }
    }

    private static Block named(@Nullable Block block, @Nullable String name) {
        if (name != null) {
            Objects.requireNonNull(block).give(name);
        }
        return Objects.requireNonNull(block);
    }

    final void addAll(Invocation invocation) {
        for (Argument argument : invocation.arguments()) {
            if (argument.value() instanceof Unknown unknown) {
                throw new NotReadException(unknown);
            }
            for (Object child : Values.entries(argument.value())) {
                add(new Argument(child, argument.code()), null, false, invocation);
            }
        }
    }

    /** The methods that sequential and parallel blocks share. */
    final @Nullable Object addCall(Invocation invocation) {
        String method = invocation.name();
        boolean isAdd = method.equals("add") || method.equals("addSingleton");
        if (isAdd && (invocation.count() == 1 || invocation.count() == 2)) {
            String name = invocation.count() == 2 && invocation.value(1) instanceof String text ? text : null;
            add(invocation.arguments().get(0), name, method.equals("addSingleton"), invocation);
            return self();
        }
        if (method.equals("addAll")) {
            addAll(invocation);
            return self();
        }
        return method.equals("getChildren") ? new Children(children) : super.call(invocation);
    }

    @Override
    public @Nullable Object field(String field) {
        return field.equals("children") ? new Children(children) : super.field(field);
    }
}
