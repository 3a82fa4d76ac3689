package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@code InputPreProcessor}.
 *
 * @param kind simple name of its class
 */
record ProcessorSpec(String kind, List<Argument> arguments) implements Foreign {
    /**
     * Whether it leaves all units where layers expect them: what is flattened is read by layers that flatten, and layers
     * without a sense of time act on each step of a sequence.
     *
     * @param isSequence whether it reads a map of one axis
     * @param isImage whether it reads a map of two axes
     */
    boolean isPlain(boolean isSequence, boolean isImage) {
        return switch (kind) {
            case "CnnToFeedForwardPreProcessor", "Cnn3DToFeedForwardPreProcessor" -> true;
            case "RnnToFeedForwardPreProcessor", "FeedForwardToRnnPreProcessor" -> isSequence;
            default -> isImage && image() != null;
        };
    }

    /** The image that it makes of a row of numbers; null where it makes none, or that is not known. */
    @Nullable
    InputKind image() {
        List<Long> sizes = new ArrayList<>();
        for (Argument argument : arguments) {
            Long size = Values.number(argument.value());
            if (size != null) {
                sizes.add(size);
            }
        }
        return kind.equals("FeedForwardToCnnPreProcessor") && arguments.size() == 3 && sizes.size() == 3
                ? new InputKind(2, List.copyOf(sizes.subList(0, 2)), sizes.get(2), false)
                : null;
    }

    @Override
    public String typeName() {
        return "org.deeplearning4j.nn.conf.preprocessor." + kind;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return Invocation.NONE;
    }
}
