package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/**
 * What a framework's classes mean.
 *
 * <p>Every method returns {@link Invocation#NONE} for what is not part of the framework, or not understood.
 */
public interface Vocabulary {
    /**
     * Calls a static method.
     *
     * @param type qualified name of its class
     */
    @Nullable
    Object callStatic(String type, Invocation invocation);

    /**
     * Creates an object.
     *
     * @param type qualified name of its class
     * @param subclass the object of the class in the source whose superclass it is; null where there is none
     */
    @Nullable
    Object create(String type, Invocation invocation, @Nullable Instance subclass);

    /**
     * The value of a static field that is not a compile-time constant.
     *
     * @param type qualified name of its class
     */
    @Nullable
    Object constant(String type, String field);

    /** Tells that {@code value} was assigned to a variable or a field. */
    void named(@Nullable Object value, String name);

    /** Tells that {@code value} was passed to a method. */
    void passed(@Nullable Object value, String parameter);

    /**
     * Tells that a method in the source returned {@code value}.
     *
     * @param since {@link Interpreter#steps} when it was called
     */
    void returned(@Nullable Object value, String method, long since);
}
