package dev.fovea.processor.code.djl;

import dev.fovea.processor.code.eval.Argument;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.graph.Node;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Pool}: functions of arrays and blocks of these. */
final class Pools {
    static final String NAME = "ai.djl.nn.pooling.Pool";

    private static final Pattern METHOD = Pattern.compile("(global)?([mM]ax|[aA]vg|[lL]p)Pool([123])d(Block)?");
    private static final Map<String, String> TYPES = Map.of("max", "MAX", "avg", "AVERAGE", "lp", "LP");

    /** Pools whose stride is 1, not the kernel, where none is stated. */
    private static final Set<String> UNIT_STRIDE = Set.of("max3", "lp1", "lp2");

    private Pools() {}

    /** A static method of {@code Pool}. */
    static @Nullable Object call(Invocation invocation) {
        Matcher method = METHOD.matcher(invocation.name());
        if (!method.matches()) {
            return Invocation.NONE;
        }
        boolean isBlock = method.group(4) != null;
        int axes = Integer.parseInt(method.group(3));
        boolean isGlobal = method.group(1) != null;
        String kind = method.group(2).toLowerCase(Locale.ROOT);
        String type = Objects.requireNonNull(TYPES.get(kind));
        List<Argument> rest =
                isBlock ? invocation.arguments() : invocation.arguments().subList(1, invocation.count());
        Map<String, Argument> window = isGlobal ? Map.of() : window(kind, axes, rest, invocation);
        if (isBlock) {
            return new LambdaBlock(
                    invocation.function(values -> run(values.get(0), type, isGlobal, axes, window, invocation)),
                    true,
                    invocation.argument(),
                    invocation);
        }
        return run(invocation.value(0), type, isGlobal, axes, window, invocation);
    }

    private static Map<String, Argument> window(
            String kind, int axes, List<Argument> arguments, Invocation invocation) {
        List<Argument> rest = kind.equals("lp") ? arguments.subList(1, arguments.size()) : arguments;
        Map<String, Argument> window = new HashMap<>();
        List<String> names = List.of("kernel", "stride", "padding", "ceilMode");
        for (int i = 0; i < Math.min(rest.size(), names.size()); i++) {
            window.put(names.get(i), rest.get(i));
        }
        if (rest.size() == 1 && UNIT_STRIDE.contains(kind + axes)) {
            Shape ones = new Shape(List.copyOf(Collections.nCopies(axes, 1L)));
            window.put("stride", new Argument(ones, invocation.code()));
        }
        return window;
    }

    private static Object run(
            @Nullable Object value,
            String type,
            boolean isGlobal,
            int axes,
            Map<String, Argument> window,
            Invocation invocation) {
        if (!(value instanceof Tensor input)) {
            return value == null ? invocation.unknown("this array is null") : value;
        }
        Tracer tracer = input.tracer();
        if (!input.isMap() || axes != tracer.axes()) {
            Unknown before = TensorMethods.before(input);
            return Tensor.other(
                    tracer,
                    input.node(),
                    before == null
                            ? invocation.unknown("%s does not take such an array".formatted(invocation.name()))
                            : before);
        }
        return isGlobal ? global(input, type, invocation.code()) : Leaves.pool(input, type, window, invocation.code());
    }

    /** Pools all of a map: one number per channel. */
    static Tensor global(Tensor input, String type, Code code) {
        Node node = input.tracer()
                .add("GlobalPool", null, code, List.of(input.node()))
                .with("type", type, code);
        return Tensor.vector(input.tracer(), node);
    }
}
