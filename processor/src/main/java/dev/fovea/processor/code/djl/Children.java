package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a block, as a list of pairs of names and blocks. */
record Children(List<Object> blocks) implements Foreign {
    @Override
    public String typeName() {
        return "ai.djl.nn.BlockList";
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return switch (invocation.name()) {
            case "values" -> new ArrayList<>(blocks);
            case "size" -> blocks.size();
            case "isEmpty" -> blocks.isEmpty();
            case "get", "valueAt" -> block(invocation);
            default -> Invocation.NONE;
        };
    }

    private Object block(Invocation invocation) {
        if (!(invocation.value(0) instanceof Integer index)) {
            return Invocation.NONE;
        }
        if (index < 0 || index >= blocks.size()) {
            throw invocation.notRead("there is no block %s".formatted(index));
        }
        return invocation.name().equals("valueAt") ? blocks.get(index) : new Child(blocks.get(index));
    }

    /** A block and its name. */
    private record Child(Object block) implements Foreign {
        @Override
        public String typeName() {
            return "ai.djl.util.Pair";
        }

        @Override
        public boolean isConstant() {
            return true;
        }

        @Override
        public @Nullable Object call(Invocation invocation) {
            return invocation.is("getValue", 0) ? block : Invocation.NONE;
        }
    }
}
