package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Closure;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import org.jspecify.annotations.Nullable;

/** What a class in the source inherits from {@code AbstractBlock}; what it computes is written there. */
final class CustomBlock extends Composite {
    CustomBlock(String type, Invocation invocation) {
        super(type, invocation);
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        boolean singleton = invocation.name().equals("addChildBlockSingleton");
        if ((singleton || invocation.name().equals("addChildBlock"))
                && invocation.count() == 2
                && invocation.value(0) instanceof String name) {
            Argument added = invocation.arguments().get(1);
            add(added, isClass(name, added.value()) ? null : name, singleton, invocation);
            return added.value() instanceof Closure ? children.get(children.size() - 1) : added.value();
        }
        return switch (invocation.name()) {
            case "getChildren" -> new Children(children);
            case "addParameter" -> invocation.unknown("the values of a parameter are known only at run time");
            default -> super.call(invocation);
        };
    }

    /** The library names blocks after their classes where nothing else does. */
    private static boolean isClass(String name, @Nullable Object value) {
        Block block = Block.of(value);
        return block != null && block.typeName().endsWith("." + name);
    }

    @Override
    TensorList forward(TensorList inputs, Tracer tracer, Invocation invocation) {
        return tracer.unread(
                new Unknown("what %s computes is not known to Fovea".formatted(typeName()), code()), inputs);
    }
}
