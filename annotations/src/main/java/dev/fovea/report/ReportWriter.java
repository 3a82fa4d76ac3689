package dev.fovea.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Turns a report into the JSON values of its schema; {@link ReportReader} turns them back.
 *
 * <p>What every report has is written with loops: a compiler writes few reports, and linking a lambda takes it longer than
 * running one.
 */
final class ReportWriter {
    static final long SCHEMA = 2;

    private ReportWriter() {}

    static Map<String, Object> network(NetworkReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("model", report.model());
        json.put("axes", report.axes());
        json.put("input", shape(report.input()));
        json.put("parameters", orNull(report.parameters()));
        json.put("macs", orNull(report.macs()));
        List<Object> layers = new ArrayList<>();
        for (LayerReport layer : report.layers()) {
            layers.add(layer(layer));
        }
        json.put("layers", layers);
        List<Object> stacks = new ArrayList<>();
        for (StackReport stack : report.stacks()) {
            stacks.add(stack(stack));
        }
        json.put("stacks", stacks);
        List<Object> diagnostics = new ArrayList<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            diagnostics.add(diagnostic(diagnostic));
        }
        json.put("diagnostics", diagnostics);
        json.put("targets", TargetWriter.targets(report.targets()));
        return json;
    }

    private static Map<String, Object> shape(Shape shape) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("channels", orNull(shape.channels()));
        json.put("size", numbers(shape.size()));
        return json;
    }

    private static Map<String, Object> layer(LayerReport layer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", layer.name());
        json.put("op", layer.op());
        json.put("from", layer.from());
        putKnown(json, "endpoint", layer.endpoint());
        json.put("shape", shape(layer.shape()));
        json.put("parameters", orNull(layer.parameters()));
        json.put("macs", orNull(layer.macs()));
        putKnown(json, "validTaps", layer.validTaps());
        List<Object> field = new ArrayList<>();
        for (AxisField axis : layer.field()) {
            field.add(axis(axis));
        }
        json.put("field", field);
        if (layer.coverage().isPresent()) {
            json.put("coverage", coverage(layer.coverage().get()));
        }
        if (!layer.attributes().isEmpty()) {
            json.put("attributes", layer.attributes());
        }
        if (layer.dataDependent()) {
            json.put("dataDependent", true);
        }
        if (!layer.offsets().isEmpty()) {
            json.put("offsets", offsets(layer.offsets()));
        }
        return json;
    }

    private static List<Object> offsets(List<List<Optional<Rational>>> axes) {
        List<Object> json = new ArrayList<>();
        for (List<Optional<Rational>> axis : axes) {
            List<Object> inputs = new ArrayList<>();
            for (Optional<Rational> input : axis) {
                inputs.add(rational(input));
            }
            json.add(inputs);
        }
        return json;
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", orNull(coverage.read()));
        json.put("unread", orNull(coverage.unread()));
        json.put("firstUnread", orNull(coverage.firstUnread()));
        json.put("gap", coverage.gap());
        putKnown(json, "mostUnread", coverage.mostUnread());
        if (coverage.isPerAxis()) {
            json.put("perAxis", true);
        }
        return json;
    }

    private static Map<String, Object> axis(AxisField field) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("size", orNull(field.size()));
        putKnown(json, "minSize", field.minSize());
        json.put("jump", rational(field.jump()));
        json.put("start", rational(field.start()));
        json.put("centre", rational(field.centre()));
        json.put("global", field.global());
        json.put("overlap", orNull(field.overlap()));
        json.put("covered", orNull(field.covered()));
        putKnown(json, "erfStd", field.erfStd());
        putKnown(json, "erfWidth", field.erfWidth());
        if (!field.uniform()) {
            json.put("uniform", false);
        }
        json.put("shortest", orNull(field.shortest()));
        if (field.period() > 1) {
            json.put("period", field.period());
        }
        if (!field.phases().isEmpty()) {
            json.put("phases", each(field.phases(), ReportWriter::phase));
        }
        return json;
    }

    private static List<Object> phase(Phase phase) {
        return Arrays.asList(orNull(phase.start()), phase.size(), orNull(phase.covered()));
    }

    /** Empty where the stack is sound; no axis where it is not, and no repair was found. */
    private static Optional<List<List<Integer>>> repair(StackReport stack) {
        if (stack.sound()) {
            return Optional.empty();
        }
        return Optional.of(
                stack.repairs().isEmpty() ? List.of() : stack.repairs().get(0));
    }

    private static Map<String, Object> stack(StackReport stack) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layers", stack.layers());
        json.put("entry", orNull(stack.entry()));
        json.put("kernels", stack.kernels());
        json.put("rates", stack.rates());
        json.put("divisor", stack.divisor());
        json.put("edges", each(stack.edges(), edges -> each(edges, ReportWriter::edge)));
        json.put("complete", orNull(stack.complete()));
        json.put("unread", orNull(stack.unread()));
        json.put("repair", orNull(repair(stack)));
        json.put("exit", orNull(stack.exit()));
        json.put("firstUnread", orNull(stack.firstUnread()));
        json.put("gap", orNull(stack.gap()));
        stack.own().ifPresent(own -> json.put("own", own(own)));
        json.put("evenness", each(stack.evenness(), axis -> orNull(axis.map(ReportWriter::evenness))));
        json.put("repairs", stack.repairs());
        return json;
    }

    private static Map<String, Object> edge(StackReport.Edge edge) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rates", edge.rates());
        json.put("kernel", edge.kernel().isPresent() ? edge.kernel().getAsInt() : null);
        json.put("m", edge.m());
        return json;
    }

    private static Map<String, Object> evenness(StackReport.Evenness evenness) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("shares", evenness.shares());
        json.put("ratio", orNull(evenness.ratio()));
        return json;
    }

    private static Map<String, Object> own(StackReport.Own own) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("size", own.size());
        json.put("covered", own.covered());
        json.put("unread", orNull(own.unread()));
        return json;
    }

    private static Map<String, Object> diagnostic(Diagnostic diagnostic) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", diagnostic.rule());
        json.put("severity", diagnostic.severity());
        json.put("layer", orNull(diagnostic.layer()));
        json.put("message", diagnostic.message());
        json.put("suppressed", diagnostic.suppressed());
        diagnostic.attribute().ifPresent(attribute -> json.put("attribute", attribute));
        diagnostic.reason().ifPresent(reason -> json.put("reason", reason));
        return json;
    }

    static Object rational(Optional<Rational> value) {
        if (value.isEmpty()) {
            return null;
        }
        return value.get().isInteger()
                ? (Object) value.get().numerator()
                : value.get().toString();
    }

    static Object orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static Object orNull(Optional<?> value) {
        return value.orElse(null);
    }

    private static void putKnown(Map<String, Object> json, String name, Optional<?> value) {
        if (value.isPresent()) {
            json.put(name, value.get());
        }
    }

    private static void putKnown(Map<String, Object> json, String name, OptionalLong value) {
        if (value.isPresent()) {
            json.put(name, value.getAsLong());
        }
    }

    private static List<Object> numbers(List<OptionalLong> values) {
        List<Object> list = new ArrayList<>(values.size());
        for (OptionalLong value : values) {
            list.add(orNull(value));
        }
        return list;
    }

    private static <T> List<Object> each(List<T> items, Function<T, ?> json) {
        List<Object> list = new ArrayList<>(items.size());
        items.forEach(item -> list.add(json.apply(item)));
        return list;
    }
}
