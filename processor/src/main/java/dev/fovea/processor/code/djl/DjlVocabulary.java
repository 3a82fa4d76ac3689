package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Instance;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of Deep Java Library from which networks are built. */
final class DjlVocabulary implements Vocabulary {
    @Override
    public @Nullable Object callStatic(String type, Invocation invocation) {
        return switch (type) {
            case Activations.NAME -> Activations.call(invocation);
            case Pools.NAME -> Pools.call(invocation);
            case Merging.NAME -> Merging.call(invocation);
            case Resizing.NAME -> Resizing.call(invocation);
            case "ai.djl.nn.Blocks" -> blocks(invocation);
            case LambdaBlock.NAME -> lambda(invocation, true);
            default -> {
                boolean isBuilder = type.startsWith("ai.djl.nn.") && invocation.is("builder", 0);
                yield isBuilder ? new LeafBuilder(type, invocation) : other(type, invocation);
            }
        };
    }

    /** Nothing else in the library changes a block. */
    private static Object other(String type, Invocation invocation) {
        return type.startsWith("ai.djl.") && !type.startsWith("ai.djl.nn.")
                ? invocation
                        .unknown("what %s of %s returns is known only at run time".formatted(invocation.name(), type))
                        .harmless()
                : Invocation.NONE;
    }

    private static @Nullable Object blocks(Invocation invocation) {
        return switch (invocation.name()) {
            case "batchFlatten" -> invocation.value(0) instanceof Tensor tensor ? tensor.flattened() : Invocation.NONE;
            case "batchFlattenBlock" -> function(invocation, true);
            case "identityBlock" -> function(invocation, false);
            default -> Invocation.NONE;
        };
    }

    private static Object function(Invocation invocation, boolean flattens) {
        return new LambdaBlock(
                invocation.function(values ->
                        flattens && values.get(0) instanceof Tensor tensor ? tensor.flattened() : values.get(0)),
                flattens,
                invocation.argument(),
                invocation);
    }

    private static Object lambda(Invocation invocation, boolean singleton) {
        if (invocation.count() == 0
                || !(invocation.value(0) instanceof dev.fovea.processor.code.eval.Closure closure)) {
            return Invocation.NONE;
        }
        LambdaBlock block =
                new LambdaBlock(closure, singleton, invocation.arguments().get(0), invocation);
        if (invocation.count() == 2 && invocation.value(1) instanceof String name) {
            block.give(name);
        }
        return block;
    }

    @Override
    public @Nullable Object create(String type, Invocation invocation, @Nullable Instance subclass) {
        Object created =
                switch (type) {
                    case SequentialBlock.NAME -> new SequentialBlock(invocation);
                    case ParallelBlock.NAME -> new ParallelBlock(invocation);
                    case LambdaBlock.NAME -> lambda(invocation, false);
                    case "ai.djl.nn.AbstractBlock", "ai.djl.nn.AbstractBaseBlock" -> new CustomBlock(type, invocation);
                    case "ai.djl.nn.core.Prelu" -> new Leaf(type, java.util.Map.of(), invocation);
                    case TransformerEncoder.NAME -> new TransformerEncoder(invocation);
                    case TransformerEncoder.FEED_FORWARD -> TransformerEncoder.feedForward(invocation);
                    case "ai.djl.nn.transformer.IdEmbedding" -> new Leaf(type, java.util.Map.of(), invocation);
                    case Shape.NAME -> Shape.of(invocation);
                    case TensorList.NAME -> TensorList.of(invocation);
                    default -> Invocation.NONE;
                };
        if (created instanceof Block block) {
            block.setSubject(subclass);
        }
        return created;
    }

    @Override
    public @Nullable Object constant(String type, String field) {
        if (type.equals(Resizing.INTERPOLATION)) {
            for (Resizing.Interpolation value : List.of(Resizing.Interpolation.values())) {
                if (value.name().equals(field)) {
                    return value;
                }
            }
        }
        return Invocation.NONE;
    }

    @Override
    public void named(@Nullable Object value, String name) {
        Block block = Block.of(value);
        if (block != null) {
            block.nameVariable(name);
        }
    }

    @Override
    public void passed(@Nullable Object value, String parameter) {
        Block block = Block.of(value);
        if (block != null) {
            block.nameParameter(parameter);
        }
    }

    @Override
    public void returned(@Nullable Object value, String method, long since) {
        Block block = Block.of(value);
        if (block != null) {
            block.nameMethod(method, since);
        }
    }
}
