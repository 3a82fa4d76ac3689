package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Closure;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks that read the same, and a function that joins what they compute. */
final class ParallelBlock extends Composite {
    static final String NAME = "ai.djl.nn.ParallelBlock";

    private final @Nullable Object function;

    ParallelBlock(Invocation invocation) {
        super(NAME, invocation);
        function = invocation.value(0);
        if (invocation.count() == 2) {
            Argument blocks = invocation.arguments().get(1);
            addAll(new Invocation("addAll", List.of(blocks), invocation.code(), invocation.interpreter()));
        }
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return addCall(invocation);
    }

    @Override
    TensorList forward(TensorList inputs, Tracer tracer, Invocation invocation) {
        List<@Nullable Object> outputs = new ArrayList<>();
        for (Object child : children) {
            outputs.add(tracer.run(child, new TensorList(inputs), invocation));
        }
        Object joined = function instanceof Closure closure
                ? closure.call(List.of(outputs))
                : function instanceof Unknown
                        ? function
                        : new Unknown("how the branches are joined is known only at run time", code());
        return tracer.list(joined, inputs, code());
    }
}
