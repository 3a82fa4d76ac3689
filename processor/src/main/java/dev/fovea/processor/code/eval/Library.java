package dev.fovea.processor.code.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.BaseStream;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the JDK whose methods give, for equal arguments, equal results everywhere, so that they may be called
 * while the code is read.
 */
final class Library {
    private static final List<Class<?>> STATIC = List.of(
            Math.class,
            StrictMath.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            Float.class,
            Double.class,
            Boolean.class,
            Character.class,
            String.class,
            Objects.class,
            List.class,
            Set.class,
            Map.class,
            Arrays.class,
            Collections.class,
            Optional.class,
            OptionalInt.class,
            OptionalLong.class,
            Stream.class,
            IntStream.class,
            LongStream.class,
            DoubleStream.class,
            Collectors.class,
            Function.class,
            Comparator.class);

    private static final List<Class<?>> CREATED = List.of(
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            LinkedHashMap.class,
            HashMap.class,
            TreeMap.class,
            LinkedHashSet.class,
            HashSet.class,
            StringBuilder.class,
            AtomicInteger.class,
            AtomicLong.class);

    /** The types through which an object's methods are called. */
    private static final List<Class<?>> RECEIVERS = List.of(
            String.class,
            StringBuilder.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Boolean.class,
            Character.class,
            Short.class,
            Byte.class,
            AtomicInteger.class,
            AtomicLong.class,
            ArrayList.class,
            Deque.class,
            List.class,
            Queue.class,
            TreeMap.class,
            Set.class,
            Collection.class,
            Map.class,
            Map.Entry.class,
            Iterator.class,
            Stream.class,
            IntStream.class,
            LongStream.class,
            DoubleStream.class,
            BaseStream.class,
            Optional.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            Function.class,
            Collector.class);

    /** What depends on chance, threads, identity or the difference of a number and its box. */
    private static final Set<String> EXCLUDED = Set.of(
            "random",
            "shuffle",
            "parallel",
            "parallelStream",
            "parallelSort",
            "parallelPrefix",
            "parallelSetAll",
            "unordered",
            "remove",
            "getInteger",
            "getLong",
            "getBoolean",
            "generate",
            "repeat",
            "nCopies",
            "wait",
            "notify",
            "notifyAll");

    /** Containers hold unknown values as they are. */
    private static final Set<String> TAKE_UNKNOWN = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "push",
            "offer",
            "put",
            "putIfAbsent",
            "set",
            "of",
            "asList",
            "<init>");

    /** What may be asked of a container that holds something unknown. */
    private static final Set<String> ASKED_OF_UNKNOWN = Set.of(
            "add",
            "addAll",
            "addFirst",
            "addLast",
            "push",
            "offer",
            "put",
            "set",
            "get",
            "getFirst",
            "getLast",
            "size",
            "isEmpty",
            "forEach",
            "stream",
            "iterator",
            "values",
            "entrySet",
            "keySet",
            "subList",
            "toArray",
            "peek",
            "pop",
            "poll",
            "reverse",
            "clear",
            "<init>");

    private Library() {}

    /** The class of this qualified name whose static methods may be called. */
    static Optional<Class<?>> statics(String name) {
        return named(STATIC, name);
    }

    private static Optional<Class<?>> named(List<Class<?>> classes, String name) {
        for (Class<?> type : classes) {
            if (type.getName().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Calls a static method; {@link Invocation#NONE} where it is not to be called. */
    static @Nullable Object callStatic(String type, Invocation invocation) {
        Optional<Class<?>> called = statics(type);
        if (called.isEmpty() || EXCLUDED.contains(invocation.name()) || takesShuffled(invocation)) {
            return Invocation.NONE;
        }
        if (!TAKE_UNKNOWN.contains(invocation.name())) {
            invocation.arguments().forEach(argument -> refuseUnknown(argument.value(), invocation));
        }
        refuseHuge(null, invocation);
        Unknown unknown = unknown(invocation);
        return unknown != null && !TAKE_UNKNOWN.contains(invocation.name())
                ? unknown
                : Reflection.call(called.get(), null, invocation);
    }

    /** Creates an object; {@link Invocation#NONE} where it is not to be created. */
    static @Nullable Object create(String type, Invocation invocation) {
        Optional<Class<?>> created = named(CREATED, type);
        if (created.isEmpty() || takesShuffled(invocation)) {
            return Invocation.NONE;
        }
        // A capacity has no effect, but may be huge.
        boolean isCapacity =
                invocation.count() > 0 && invocation.value(0) instanceof Integer && !type.contains("Atomic");
        Invocation plain = isCapacity
                ? new Invocation(invocation.name(), List.of(), invocation.code(), invocation.interpreter())
                : invocation;
        Unknown unknown = unknown(plain);
        if (unknown != null) {
            throw new NotReadException(unknown);
        }
        return Reflection.create(created.get(), plain);
    }

    /** Calls a method of an object; {@link Invocation#NONE} where it is not to be called. */
    static @Nullable Object call(Object receiver, Invocation invocation) {
        if (EXCLUDED.contains(invocation.name()) || isShuffled(receiver, invocation) || takesShuffled(invocation)) {
            return Invocation.NONE;
        }
        Unknown unknown = unknown(invocation);
        if (unknown != null && !TAKE_UNKNOWN.contains(invocation.name())) {
            if (isConstant(receiver)) {
                return unknown;
            }
            throw new NotReadException(unknown);
        }
        refuseHuge(receiver, invocation);
        refuseUnknown(receiver, invocation);
        invocation.arguments().forEach(argument -> refuseUnknown(argument.value(), invocation));
        for (Class<?> type : RECEIVERS) {
            if (type.isInstance(receiver)) {
                Object result = Reflection.call(type, receiver, invocation);
                if (result != Invocation.NONE) {
                    return result;
                }
            }
        }
        return Invocation.NONE;
    }

    private static void refuseHuge(@Nullable Object receiver, Invocation invocation) {
        if (Huge.isResult(receiver, invocation)) {
            throw invocation.notRead("what %s returns here is too large to be followed".formatted(invocation.name()));
        }
    }

    /** The order of immutable sets and maps changes from run to run. */
    private static boolean isShuffled(Object receiver, Invocation invocation) {
        return isShuffled(receiver)
                && !Set.of("size", "isEmpty", "contains", "containsKey", "get", "getOrDefault")
                        .contains(invocation.name());
    }

    private static boolean takesShuffled(Invocation invocation) {
        return invocation.arguments().stream()
                .anyMatch(argument -> argument.value() != null && isShuffled(argument.value()));
    }

    static boolean isShuffled(Object receiver) {
        return receiver.getClass().getName().startsWith("java.util.ImmutableCollections$")
                && (receiver instanceof Set<?> set && set.size() > 1
                        || receiver instanceof Map<?, ?> map && map.size() > 1);
    }

    /** True for values that no method can change. */
    static boolean isConstant(@Nullable Object value) {
        return value == null
                || value instanceof String
                || Numbers.kind(value) != null
                || value instanceof Unknown
                || value instanceof Symbol
                || value instanceof Foreign foreign && foreign.isConstant()
                || value instanceof Instance instance && instance.constant() != null;
    }

    /** Whoever compares elements would find that an unknown one differs. */
    private static void refuseUnknown(@Nullable Object container, Invocation invocation) {
        if (ASKED_OF_UNKNOWN.contains(invocation.name())) {
            return;
        }
        Iterable<?> elements = container instanceof Collection<?> collection
                ? collection
                : container instanceof Map<?, ?> map ? map.values() : List.of();
        for (Object element : elements) {
            if (element instanceof Unknown unknown) {
                throw new NotReadException(unknown);
            }
        }
    }

    private static @Nullable Unknown unknown(Invocation invocation) {
        for (Argument argument : invocation.arguments()) {
            if (argument.value() instanceof Unknown unknown) {
                return unknown;
            }
        }
        return null;
    }
}
