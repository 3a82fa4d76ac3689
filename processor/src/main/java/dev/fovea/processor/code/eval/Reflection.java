package dev.fovea.processor.code.eval;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Calls methods of the JDK as the compiler would choose them for the values at hand. */
final class Reflection {
    private Reflection() {}

    /**
     * Calls the method of that name which fits; {@link Invocation#NONE} if none does.
     *
     * @param receiver null for a static method
     */
    static @Nullable Object call(Class<?> type, @Nullable Object receiver, Invocation invocation) {
        List<Method> candidates = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(invocation.name())
                    && !method.isBridge()
                    && Modifier.isStatic(method.getModifiers()) == (receiver == null)) {
                candidates.add(method);
            }
        }
        Method chosen = choose(candidates, invocation);
        if (chosen == null) {
            return Invocation.NONE;
        }
        return run(invocation, () -> chosen.invoke(receiver, arguments(chosen, invocation)));
    }

    /** Creates an object by the constructor that fits; {@link Invocation#NONE} if none does. */
    static @Nullable Object create(Class<?> type, Invocation invocation) {
        Constructor<?> chosen = choose(List.of(type.getConstructors()), invocation);
        if (chosen == null) {
            return Invocation.NONE;
        }
        return run(invocation, () -> chosen.newInstance(arguments(chosen, invocation)));
    }

    /** A call by reflection. */
    private interface Call {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }

    private static @Nullable Object run(Invocation invocation, Call call) {
        try {
            return call.run();
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            if (cause instanceof NotReadException || cause instanceof IncompleteCodeException) {
                throw (RuntimeException) cause;
            }
            if (cause instanceof StackOverflowError error) {
                throw error;
            }
            throw invocation.notRead("%s throws %s here"
                    .formatted(
                            invocation.name(),
                            cause == null ? "an exception" : cause.getClass().getSimpleName()));
        } catch (ReflectiveOperationException inaccessible) {
            return Invocation.NONE;
        }
    }

    private static <T extends Executable> @Nullable T choose(List<T> candidates, Invocation invocation) {
        List<@Nullable Object> values = invocation.values();
        for (boolean spread : new boolean[] {false, true}) {
            List<T> fitting = new ArrayList<>();
            for (T candidate : candidates) {
                if (spread ? candidate.isVarArgs() && fitsSpread(candidate, values) : fits(candidate, values)) {
                    fitting.add(candidate);
                }
            }
            for (T one : fitting) {
                if (fitting.stream().allMatch(other -> isAtLeastAsSpecific(one, other, values))) {
                    return one;
                }
            }
            if (!fitting.isEmpty()) {
                return null;
            }
        }
        return null;
    }

    private static boolean fits(Executable candidate, List<@Nullable Object> values) {
        Class<?>[] types = candidate.getParameterTypes();
        if (types.length != values.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!fits(types[i], values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsSpread(Executable candidate, List<@Nullable Object> values) {
        Class<?>[] types = candidate.getParameterTypes();
        int fixed = types.length - 1;
        if (values.size() < fixed) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (!fits(i < fixed ? types[i] : types[fixed].getComponentType(), values.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Class<?> type, @Nullable Object value) {
        TypeKind wanted = Numbers.kind(type);
        if (wanted != null) {
            TypeKind kind = Numbers.kind(value);
            return kind != null && Numbers.widens(kind, wanted);
        }
        if (value instanceof Closure && method(type) != null) {
            return true;
        }
        if (type.isArray() && !type.getComponentType().isPrimitive()) {
            return value == null
                    || value instanceof Object[] array
                            && Arrays.stream(array).allMatch(entry -> fits(type.getComponentType(), entry));
        }
        return value == null || type.isInstance(value);
    }

    /** A number is one of a primitive type rather than an object. */
    private static boolean isAtLeastAsSpecific(Executable one, Executable other, List<@Nullable Object> values) {
        Class<?>[] mine = one.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        if (mine.length != others.length) {
            return mine.length > others.length;
        }
        for (int i = 0; i < mine.length; i++) {
            TypeKind my = Numbers.kind(mine[i]);
            TypeKind their = Numbers.kind(others[i]);
            boolean specific = my != null && their != null
                    ? Numbers.widens(my, their)
                    : my != null || their == null && others[i].isAssignableFrom(mine[i]);
            if (!specific) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object[] arguments(Executable chosen, Invocation invocation) {
        Class<?>[] types = chosen.getParameterTypes();
        List<@Nullable Object> values = invocation.values();
        @Nullable Object[] arguments = new Object[types.length];
        boolean spread = !fits(chosen, values);
        for (int i = 0; i < types.length; i++) {
            boolean isLast = spread && i == types.length - 1;
            arguments[i] = isLast
                    ? array(types[i], values.subList(i, values.size()), invocation)
                    : argument(types[i], values.get(i), invocation);
        }
        return arguments;
    }

    private static Object array(Class<?> type, List<@Nullable Object> values, Invocation invocation) {
        Object array = Array.newInstance(type.getComponentType(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, argument(type.getComponentType(), values.get(i), invocation));
        }
        return array;
    }

    private static @Nullable Object argument(Class<?> type, @Nullable Object value, Invocation invocation) {
        TypeKind kind = Numbers.kind(type);
        if (kind != null) {
            return Numbers.to(kind, value);
        }
        if (value instanceof Closure closure && !type.isInstance(closure)) {
            return function(type, closure, invocation);
        }
        return value instanceof Object[] entries && !type.isInstance(value)
                ? array(type, Arrays.asList(entries), invocation)
                : value;
    }

    /** The one abstract method of a functional interface. */
    private static @Nullable Method method(Class<?> type) {
        if (!type.isInterface()) {
            return null;
        }
        List<Method> found = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && !method.getName().equals("equals")) {
                found.add(method);
            }
        }
        return found.size() == 1 ? found.get(0) : null;
    }

    private static Object function(Class<?> type, Closure closure, Invocation invocation) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            if (method.getDeclaringClass() == Object.class) {
                throw invocation.notRead("a function is compared or printed");
            }
            Object result = closure.call(arguments == null ? List.of() : Arrays.asList(arguments));
            TypeKind kind = Numbers.kind(method.getReturnType());
            if (kind == null) {
                return result;
            }
            if (result instanceof Unknown unknown) {
                throw new NotReadException(unknown);
            }
            return Numbers.to(kind, result);
        };
        return Proxy.newProxyInstance(Reflection.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
