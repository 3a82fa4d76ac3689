package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of arrays, as blocks take and return it. */
final class TensorList extends ArrayList<@Nullable Object> implements Foreign {
    static final String NAME = "ai.djl.ndarray.NDList";

    private static final long serialVersionUID = 1L;

    TensorList(Collection<? extends @Nullable Object> arrays) {
        super(arrays);
    }

    /** The list that a constructor's arguments give. */
    static Object of(Invocation invocation) {
        List<@Nullable Object> arrays = new ArrayList<>();
        for (Argument argument : invocation.arguments()) {
            if (!(argument.value() instanceof Integer)) {
                arrays.addAll(Values.entries(argument.value()));
            }
        }
        return new TensorList(arrays);
    }

    /** The only array. */
    @Nullable
    Object only(Invocation invocation) {
        if (size() != 1) {
            throw invocation.notRead("a list of %s arrays is taken for one of a single array".formatted(size()));
        }
        return get(0);
    }

    @Override
    public String typeName() {
        return NAME;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        switch (invocation.name()) {
            case "singletonOrThrow":
                return only(invocation);
            case "head":
                return isEmpty() ? only(invocation) : get(0);
            case "addAll":
                if (invocation.count() == 1 && invocation.value(0) instanceof Collection<?> more) {
                    addAll(more);
                    return this;
                }
                return Invocation.NONE;
            case "getManager", "getShapes":
                return isEmpty() || !(get(0) instanceof Unknown)
                        ? invocation.unknown("what %s returns is known only at run time".formatted(invocation.name()))
                        : get(0);
            case "close", "attach", "detach", "tempAttach":
                return null;
            case "toDevice", "toType":
                return this;
            default:
                return Invocation.NONE;
        }
    }
}
