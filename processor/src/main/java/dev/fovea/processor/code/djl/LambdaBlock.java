package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Closure;
import dev.fovea.processor.code.eval.Invocation;
import java.util.Arrays;
import java.util.List;

/** A function as a block. */
final class LambdaBlock extends Block {
    static final String NAME = "ai.djl.nn.LambdaBlock";

    private final Closure function;
    private final boolean isSingleton;

    /** @param isSingleton whether the function takes and gives an array, not a list of arrays */
    LambdaBlock(Closure function, boolean isSingleton, Argument argument, Invocation invocation) {
        super(NAME, new Invocation("LambdaBlock", List.of(argument), argument.code(), invocation.interpreter()));
        this.function = function;
        this.isSingleton = isSingleton;
    }

    @Override
    TensorList forward(TensorList inputs, Tracer tracer, Invocation invocation) {
        Object argument = isSingleton ? inputs.only(invocation) : new TensorList(inputs);
        return tracer.list(function.call(Arrays.asList(argument)), inputs, code());
    }
}
