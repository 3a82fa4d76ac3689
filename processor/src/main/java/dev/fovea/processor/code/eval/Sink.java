package dev.fovea.processor.code.eval;

/** Takes what a program prints or logs, which has no effect on what it builds. */
enum Sink implements Foreign {
    INSTANCE;

    @Override
    public String typeName() {
        return "java.io.PrintStream";
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public Object call(Invocation invocation) {
        // Whether a log is enabled must not decide anything.
        return invocation.name().startsWith("is") ? Boolean.FALSE : this;
    }
}
