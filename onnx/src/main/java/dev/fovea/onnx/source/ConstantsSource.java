package dev.fovea.onnx.source;

import dev.fovea.core.lint.LintResult;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.resolve.TypedValues;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.report.AxisField;
import dev.fovea.report.ExtentSet;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Rational;
import dev.fovea.report.Target;
import dev.fovea.report.TargetAxis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes a class with what a program needs to know about a model: its input, and for its output and each endpoint the
 * field, the tile plan and the extents of the input that work. Unknown figures have no constant.
 */
public final class ConstantsSource {
    private final NetworkReport report;
    private final OnnxModel model;
    private final Map<String, Constant> constants = new LinkedHashMap<>();

    /** A constant and what it means. */
    private record Constant(String type, String value, String meaning) {}

    private ConstantsSource(LintResult result, OnnxModel model) {
        this.model = model;
        this.report = result.report();
    }

    /**
     * The source of the class.
     *
     * @param model what was linted; where a part of it could not be read, constants say which layer they are of, since none is known to be the output
     */
    public static String write(LintResult result, OnnxModel model, String className, ModelOrigin origin) {
        ConstantsSource source = new ConstantsSource(result, model);
        source.collect(origin);
        return source.text(className, origin);
    }

    private void collect(ModelOrigin origin) {
        constants.put("FILE", new Constant("String", TypedValues.literal(origin.name()), "Name of the model file."));
        constants.put(
                "SHA256", new Constant("String", TypedValues.literal(origin.digest()), "SHA-256 of the model file."));
        put("INPUT_CHANNELS", report.input().channels(), "Channels of the input.");
        perAxis(
                "",
                "INPUT_EXTENT",
                axis -> report.input().size().get(axis),
                "Extent of the input, as the file states it.");
        if (model.isCosted()) {
            put("PARAMETERS", report.parameters(), "Trained numbers.");
            put("MACS", report.macs(), "Multiply-adds for one input.");
        }
        for (int i = 0; i < report.targets().size(); i++) {
            Target target = report.targets().get(i);
            boolean isOutput = i == 0 && model.isWhole();
            target(isOutput ? "" : JavaText.constant(target.endpoint().orElse(target.layer())) + "_", target);
        }
    }

    private void target(String prefix, Target target) {
        LayerReport layer = report.layer(target.layer());
        List<TargetAxis> axes = target.axes();
        List<AxisField> fields = layer.field();
        String of = prefix.isEmpty() ? "the output" : layer.name();
        put(prefix + "CHANNELS", layer.shape().channels(), "Channels of " + of + ".");
        perAxis(
                prefix,
                "SIZE",
                axis -> fields.get(axis).size(),
                "Receptive field of a unit of " + of + ", in input pixels.");
        perAxis(
                prefix,
                "JUMP",
                axis -> whole(fields.get(axis).jump()),
                "Input pixels between neighbouring units of " + of + ".");
        perAxis(
                prefix,
                "TILE_STEP",
                axis -> axes.get(axis).tiles().step(),
                "Tiles of " + of + " begin at multiples of so many input pixels.");
        perAxis(prefix, "TILE_UNITS", axis -> axes.get(axis).tiles().units(), "Units of " + of + " for each step.");
        perAxis(
                prefix,
                "TILE_BEFORE",
                axis -> axes.get(axis).tiles().alignedBefore(),
                "Input pixels that a tile carries before its block.");
        perAxis(
                prefix,
                "TILE_AFTER",
                axis -> axes.get(axis).tiles().alignedAfter(),
                "Input pixels that a tile carries after its block.");
        perAxis(
                prefix,
                "LEAST_EXTENT",
                axis -> axes.get(axis)
                        .extents()
                        .working()
                        .map(ExtentSet::minimum)
                        .orElse(OptionalLong.empty()),
                "The smallest extent of the input that works.");
        perAxis(
                prefix,
                "EXTENT_STEP",
                axis -> step(axes.get(axis).extents().working()),
                "Extents of the input work if they are multiples of this, from the smallest on.");
    }

    private static OptionalLong whole(Optional<Rational> value) {
        return value.isPresent() && value.get().isInteger()
                ? OptionalLong.of(value.get().longValueExact())
                : OptionalLong.empty();
    }

    private static OptionalLong step(Optional<ExtentSet> working) {
        boolean multiples = working.isPresent()
                && working.get().residues().equals(List.of(0L))
                && working.get().maximum().isEmpty()
                && working.get().from().equals(working.get().minimum());
        return multiples ? OptionalLong.of(working.get().period()) : OptionalLong.empty();
    }

    private interface PerAxis {
        OptionalLong of(int axis);
    }

    /** One constant where all axes agree, else one for each with the axis' name. */
    private void perAxis(String prefix, String name, PerAxis values, String meaning) {
        OptionalLong first = values.of(0);
        boolean agree = true;
        for (int axis = 1; axis < report.axes(); axis++) {
            agree &= values.of(axis).equals(first);
        }
        if (agree) {
            put(prefix + name, first, meaning);
            return;
        }
        for (int axis = 0; axis < report.axes(); axis++) {
            String axisName = AxisNames.of(axis, report.axes());
            put(prefix + axisName.toUpperCase(Locale.ROOT) + "_" + name, values.of(axis), meaning);
        }
    }

    private void put(String name, OptionalLong value, String meaning) {
        if (value.isEmpty()) {
            return;
        }
        boolean small = value.getAsLong() == (int) value.getAsLong();
        boolean counts = name.equals("PARAMETERS") || name.equals("MACS");
        constants.put(
                name,
                counts || !small
                        ? new Constant("long", value.getAsLong() + "L", meaning)
                        : new Constant("int", Long.toString(value.getAsLong()), meaning));
    }

    private String text(String className, ModelOrigin origin) {
        StringBuilder text = new StringBuilder();
        String packageName = JavaText.packageOf(className);
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        text.append("/** What Fovea computed of {@code ")
                .append(JavaText.comment(origin.name()))
                .append("}; generated, and written again when the file changes. */\n");
        String name = JavaText.simpleName(className);
        text.append("public final class ").append(name).append(" {\n");
        constants.forEach((constant, value) -> text.append("    /** %s */\n    public static final %s %s = %s;\n\n"
                .formatted(JavaText.comment(value.meaning()), value.type(), constant, value.value())));
        text.append("    private ").append(name).append("() {}\n}\n");
        return text.toString();
    }
}
