package dev.fovea.djl.read;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;

/** Makes arrays without numbers. */
final class TracedManager implements InvocationHandler {
    private final TracedArrays arrays;
    private final NDManager manager;

    TracedManager(TracedArrays arrays) {
        this.arrays = arrays;
        manager = (NDManager)
                Proxy.newProxyInstance(NDManager.class.getClassLoader(), new Class<?>[] {NDManager.class}, this);
    }

    NDManager manager() {
        return manager;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "getDevice", "defaultDevice" -> {
                return Device.cpu();
            }
            case "newSubManager", "getParentManager" -> {
                return proxy;
            }
            case "allocateDirect" -> {
                return ByteBuffer.allocate((Integer) arguments[0]);
            }
            case "isOpen" -> {
                return true;
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "equals" -> {
                return proxy == arguments[0];
            }
            case "getName", "toString" -> {
                return "trace";
            }
            default -> {}
        }
        if (method.getReturnType() == void.class) {
            return null;
        }
        if (method.getName().equals("create") && arguments.length == 1 && arguments[0] instanceof Number number) {
            return arrays.array(new Value.Constant(new Shape(), OptionalDouble.of(number.doubleValue())));
        }
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            if (argument instanceof Shape shape && NDArray.class.isAssignableFrom(method.getReturnType())) {
                return arrays.array(new Value.Constant(shape));
            }
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        throw new UnreadableException(method.getName() + " of an NDManager");
    }
}
