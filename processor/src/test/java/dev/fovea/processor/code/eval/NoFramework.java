package dev.fovea.processor.code.eval;

import org.jspecify.annotations.Nullable;

/** Knows no class but the JDK's. */
final class NoFramework implements Vocabulary {
    @Override
    public Object callStatic(String type, Invocation invocation) {
        return Invocation.NONE;
    }

    @Override
    public Object create(String type, Invocation invocation, @Nullable Instance subclass) {
        return Invocation.NONE;
    }

    @Override
    public Object constant(String type, String field) {
        return Invocation.NONE;
    }

    @Override
    public void named(@Nullable Object value, String name) {}

    @Override
    public void passed(@Nullable Object value, String parameter) {}

    @Override
    public void returned(@Nullable Object value, String method, long since) {}
}
