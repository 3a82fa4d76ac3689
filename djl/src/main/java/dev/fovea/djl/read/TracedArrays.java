package dev.fovea.djl.read;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Makes the arrays of one trace. */
final class TracedArrays {
    private final Trace trace;
    private final TracedManager manager = new TracedManager(this);

    TracedArrays(Trace trace) {
        this.trace = trace;
    }

    Trace trace() {
        return trace;
    }

    TracedManager manager() {
        return manager;
    }

    NDArray array(Value value) {
        return new TracedArray(this, value).array();
    }

    /** What an array of the trace stands for; an array with numbers is a constant. */
    static Value value(NDArray array) {
        InvocationHandler handler = Proxy.isProxyClass(array.getClass()) ? Proxy.getInvocationHandler(array) : null;
        return handler instanceof TracedArray traced ? traced.value() : new Value.Constant(array.getShape());
    }

    static List<Value> values(NDList arrays) {
        List<Value> values = new ArrayList<>();
        arrays.forEach(array -> values.add(value(array)));
        return values;
    }
}
