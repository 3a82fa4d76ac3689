package dev.fovea.processor.code.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lambda expression or a method reference.
 *
 * @param code where it is written
 */
public record Closure(Code code, Body body) {
    /** What happens when it is called. */
    @FunctionalInterface
    public interface Body {
        @Nullable
        Object run(List<@Nullable Object> arguments);
    }

    /** Calls it. */
    public @Nullable Object call(List<@Nullable Object> arguments) {
        return body.run(arguments);
    }
}
