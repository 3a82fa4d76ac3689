package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Invocation;
import org.jspecify.annotations.Nullable;

/** Blocks of which each reads the one before. */
final class SequentialBlock extends Composite {
    static final String NAME = "ai.djl.nn.SequentialBlock";

    private boolean returnsIntermediate;

    SequentialBlock(Invocation invocation) {
        this(NAME, invocation);
    }

    /** @param type qualified name of a subclass that says what its blocks are */
    SequentialBlock(String type, Invocation invocation) {
        super(type, invocation);
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        switch (invocation.name()) {
            case "setReturnIntermediate":
                if (!(invocation.value(0) instanceof Boolean flag)) {
                    throw invocation.notRead("whether intermediate results are returned is known only at run time");
                }
                returnsIntermediate = flag;
                return self();
            case "isReturnIntermediate":
                return returnsIntermediate;
            case "removeLastBlock":
                removeLast(invocation);
                return null;
            case "replaceLastBlock":
                removeLast(invocation);
                add(invocation.arguments().get(0), null, false, invocation);
                return null;
            default:
                return addCall(invocation);
        }
    }

    private void removeLast(Invocation invocation) {
        if (children.isEmpty()) {
            throw invocation.notRead("there is no block to remove");
        }
        children.remove(children.size() - 1);
    }

    @Override
    TensorList forward(TensorList inputs, Tracer tracer, Invocation invocation) {
        TensorList current = inputs;
        TensorList all = new TensorList(java.util.List.of());
        for (Object child : children) {
            current = tracer.run(child, current, invocation);
            all.addAll(current);
        }
        return returnsIntermediate ? all : current;
    }
}
