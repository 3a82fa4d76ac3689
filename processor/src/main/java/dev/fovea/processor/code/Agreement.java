package dev.fovea.processor.code;

import dev.fovea.Groups;
import dev.fovea.Padding;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.rule.CodeMismatch;
import dev.fovea.processor.code.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a field's annotation and the layer that its code builds say the same. */
final class Agreement {
    /** Operations whose attributes are compared one by one. */
    private static final Set<String> WINDOWS = Set.of("Conv", "Dilated", "TransposedConv", "Pool");

    /** Beyond it lie placeholders and constants. */
    private static final long MOST = 1L << 24;

    private final Declaration layer;
    private final int index;
    private final Node node;
    private final int axes;
    private final String channels;
    private final Map<String, Object> built;
    private final List<Difference> differences = new ArrayList<>();

    /** What differs; the attribute is empty where it is not written in the code. */
    private record Difference(String attribute, String annotated, String built) {}

    /** @param channels what the framework calls the number of channels of a layer */
    Agreement(Declaration layer, int index, Node node, int axes, String channels) {
        this.layer = layer;
        this.index = index;
        this.node = node;
        this.axes = axes;
        this.channels = channels;
        Map<String, Object> known = new HashMap<>(node.stated());
        // A required attribute is not compared where it is not known.
        node.open().forEach(attribute -> known.putIfAbsent(attribute, List.of()));
        this.built = new DeclarationFactory().values(node.annotation(), known);
    }

    /** Adds the contradictions: a finding for each piece of code that is at fault. */
    void check(List<Finding> findings) {
        compare();
        Map<String, List<Difference>> byPlace = new LinkedHashMap<>();
        differences.forEach(difference -> byPlace.computeIfAbsent(difference.attribute, place -> new ArrayList<>())
                .add(difference));
        byPlace.forEach((attribute, all) -> findings.add(CodeMismatch.finding(
                index,
                layer.name(),
                attribute,
                all.stream().map(Difference::annotated).collect(Collectors.joining(" and ")),
                all.stream().map(Difference::built).collect(Collectors.joining(" and ")))));
    }

    private void compare() {
        String annotated = layer.operation().label();
        if (layer.values().isEmpty() || layer.operation() == Operation.USE) {
            return;
        }
        if (!kind(annotated).equals(kind(node.annotation()))) {
            if (WINDOWS.contains(annotated) || WINDOWS.contains(node.annotation())) {
                differences.add(
                        new Difference("", "@" + annotated, "what @%s stands for".formatted(node.annotation())));
            }
            return;
        }
        for (String attribute : List.of("kernel", "stride", "rate", "outputPadding")) {
            if (!attribute.equals("stride") || !hasKernelForStride(layer.values()) || !hasKernelForStride(built)) {
                compare(attribute, perAxis(layer.values(), attribute), perAxis(built, attribute));
            }
        }
        // Equal code is equal, whatever its value.
        boolean isSamePadding = Objects.equals(layer.values().get("padding"), built.get("padding"));
        if (WINDOWS.contains(node.annotation()) && !isSamePadding) {
            compare("padding", padding(layer.values()), padding(built));
        }
        channels();
        for (String attribute : List.of("bias", "type", "ceilMode", "value")) {
            compare(attribute, layer.values().get(attribute), built.get(attribute));
        }
        // Another block may do what this code leaves out.
        for (String attribute : List.of("norm", "activation")) {
            boolean isHere = node.stated().containsKey(attribute);
            boolean isStated =
                    attribute.equals("norm") || !"NONE".equals(layer.values().get(attribute));
            if (isHere && isStated) {
                compare(attribute, layer.values().get(attribute), built.get(attribute));
            }
        }
    }

    private void channels() {
        if (layer.values().get("out") instanceof Long out && out > 0 && out <= MOST) {
            compare("out", out, built.get("out"));
        }
        boolean isCounted =
                layer.values().get("groups") instanceof Long groups && groups != Groups.DEPTHWISE && groups <= MOST;
        if (isCounted) {
            compare("groups", layer.values().get("groups"), built.get("groups"));
        }
    }

    private static String kind(String annotation) {
        return annotation.equals("Dilated") ? "Conv" : annotation;
    }

    private void compare(String attribute, @Nullable Object annotated, @Nullable Object code) {
        boolean isKnown = annotated != null && code != null && !node.open().contains(attribute);
        if (isKnown && !annotated.equals(code)) {
            differences.add(new Difference(
                    node.isWritten(attribute) ? attribute : "",
                    attribute + " " + text(attribute, annotated),
                    word(attribute) + " " + text(attribute, code)));
        }
    }

    /** What the attribute is called in the code. */
    private String word(String attribute) {
        return switch (attribute) {
            case "rate" -> "dilation";
            case "out" -> node.annotation().equals("Linear") && channels.equals("filters") ? "setUnits" : channels;
            default -> attribute;
        };
    }

    private static String text(String attribute, Object value) {
        if (!(value instanceof List<?> all)) {
            return value.toString();
        }
        int half = all.size() / 2;
        boolean isTwice = attribute.equals("padding") && all.subList(0, half).equals(all.subList(half, all.size()));
        List<?> entries = isTwice ? all.subList(0, half) : all;
        return Set.copyOf(entries).size() == 1
                ? entries.get(0).toString()
                : entries.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    /** One number per axis; null where there are none, or they are not numbers yet. */
    private @Nullable List<Long> perAxis(Map<String, Object> values, String attribute) {
        List<Long> numbers = numbers(values, attribute);
        if (numbers == null && attribute.equals("rate") && values.containsKey("kernel")) {
            // A plain convolution.
            return Collections.nCopies(axes, 1L);
        }
        if (attribute.equals("stride") && numbers != null && numbers.isEmpty()) {
            // The default stride of a pool is its kernel.
            return perAxis(values, "kernel");
        }
        return numbers == null || numbers.isEmpty() || !isPlain(numbers)
                ? null
                : numbers.size() == 1 ? Collections.nCopies(axes, numbers.get(0)) : numbers;
    }

    private static boolean hasKernelForStride(Map<String, Object> values) {
        List<Long> stride = numbers(values, "stride");
        return stride != null && stride.isEmpty();
    }

    private static boolean isPlain(List<Long> numbers) {
        return numbers.stream().allMatch(number -> Math.abs(number) <= MOST);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<Long> numbers(Map<String, Object> values, String attribute) {
        return values.get(attribute) instanceof List<?> list ? (List<Long>) list : null;
    }

    /** Amounts at the begins of the axes, then at their ends; null where the input decides. */
    private @Nullable List<Long> padding(Map<String, Object> values) {
        List<Long> numbers = Objects.requireNonNull(numbers(values, "padding"));
        if (numbers.equals(List.of((long) Padding.SAME))) {
            return same(values);
        }
        if (!isPlain(numbers)) {
            return null;
        }
        if (numbers.size() == 2 * axes) {
            return numbers;
        }
        List<Long> once = numbers.size() == 1 ? Collections.nCopies(axes, numbers.get(0)) : numbers;
        List<Long> both = new ArrayList<>(once);
        both.addAll(once);
        return both;
    }

    private @Nullable List<Long> same(Map<String, Object> values) {
        List<Long> kernel = perAxis(values, "kernel");
        List<Long> rate = perAxis(values, "rate");
        List<Long> stride = perAxis(values, "stride");
        if (kernel == null || rate == null || !Collections.nCopies(axes, 1L).equals(stride)) {
            return null;
        }
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            long total = (kernel.get(axis) - 1) * rate.get(axis);
            begins.add(total / 2);
            ends.add(total - total / 2);
        }
        begins.addAll(ends);
        return begins;
    }
}
