package dev.fovea.processor.read;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Lets Eclipse's compiler list the members of a class file though the type of one of them is not on the class path. Without
 * it the compiler aborts as soon as the members are asked for, however little their types matter; javac doesn't need it.
 */
final class EcjTolerance {
    private static final String SWITCH = "mayTolerateMissingType";

    private final Optional<Object> lookup;

    EcjTolerance(ProcessingEnvironment environment) {
        this.lookup = lookup(environment);
    }

    /** The compiler's lookup environment, which has the switch; empty in other compilers. */
    private static Optional<Object> lookup(ProcessingEnvironment environment) {
        try {
            return Optional.ofNullable(
                    environment.getClass().getMethod("getLookupEnvironment").invoke(environment));
        } catch (ReflectiveOperationException | RuntimeException other) {
            return Optional.empty();
        }
    }

    /** The result of {@code reading}, run with the tolerance. */
    <T> T during(Supplier<T> reading) {
        boolean before = set(true);
        try {
            return reading.get();
        } finally {
            set(before);
        }
    }

    /** Sets the switch and returns what it was. */
    private boolean set(boolean tolerant) {
        if (lookup.isEmpty()) {
            return false;
        }
        try {
            Field field = lookup.get().getClass().getField(SWITCH);
            boolean before = field.getBoolean(lookup.get());
            field.setBoolean(lookup.get(), tolerant);
            return before;
        } catch (ReflectiveOperationException | RuntimeException unavailable) {
            return false;
        }
    }
}
