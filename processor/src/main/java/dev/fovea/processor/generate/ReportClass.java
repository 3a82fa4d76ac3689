package dev.fovea.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fovea.core.network.AxisNames;
import dev.fovea.internal.Printable;
import dev.fovea.processor.read.ModelNames;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.Target;
import dev.fovea.report.TargetAxis;
import dev.fovea.report.TilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the class through which a program reads the report of a model. */
public final class ReportClass {
    /** After the name of the class, the rest of the longest name among its class files. */
    public static final String LONGEST_SUFFIX = "$Holder.class";

    /** Constants beyond which a class file would be full. */
    private static final int MOST_CONSTANTS = 30_000;

    /** Nobody can mend warnings in generated code: ECJ heeds the first, javac the others. */
    private static final CodeBlock QUIET = CodeBlock.of("{$S, $S, $S, $S}", "all", "deprecation", "exports", "removal");

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    private final Element model;
    private final TypeElement type;
    private final Map<String, LayerReport> declared;
    private final List<Target> targets;
    private final ClassName name;

    private ReportClass(Element model, Map<String, LayerReport> declared, List<Target> targets) {
        this.model = model;
        this.declared = declared;
        this.targets = targets;
        this.type = model instanceof TypeElement own
                ? own
                : (TypeElement) Objects.requireNonNull(model.getEnclosingElement());
        this.name = ClassName.get(ClassName.get(type).packageName(), ModelNames.simple(model) + "ReceptiveField");
    }

    /**
     * The source of the class.
     *
     * @param declared per declared member, the layer that it stands for
     * @param targets the layers that the network is run for
     * @param resource absolute name of the JSON report
     * @param generator name of the processor; empty where {@code @Generated} is not visible
     */
    public static GeneratedSource of(
            Element model, Map<String, LayerReport> declared, List<Target> targets, String resource, String generator) {
        return GeneratedSource.of(new ReportClass(model, declared, targets).file(resource, generator));
    }

    private JavaFile file(String resource, String generator) {
        // A model of this name in the unnamed package could not be told from the nested class.
        String outermost = ClassName.get(type).topLevelClassName().simpleName();
        String holder = outermost.equals("Holder") ? "Report" : "Holder";
        TypeSpec.Builder generated = TypeSpec.classBuilder(name)
                .addOriginatingElement(type)
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$L", QUIET)
                        .build())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("$L", javadoc());
        if (isEverywhere(Modifier.PUBLIC)) {
            generated.addModifiers(Modifier.PUBLIC);
        }
        if (!generator.isEmpty()) {
            generated.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", generator)
                    .build());
        }
        for (Map.Entry<String, Integer> constant : constants().entrySet()) {
            generated.addField(
                    FieldSpec.builder(int.class, constant.getKey(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                            .initializer("$L", constant.getValue())
                            .build());
        }
        generated.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        generated.addMethod(method("report", NetworkReport.class)
                .addJavadoc("The whole report.\n")
                .addStatement("return $T.REPORT", name.nestedClass(holder))
                .build());
        generated.addMethod(method("layer", LayerReport.class)
                .addJavadoc("The report of a layer.\n\n@param name name of the layer\n"
                        + "@throws IllegalArgumentException if there is no such layer\n")
                .addParameter(String.class, "name")
                .addStatement("return report().layer(name)")
                .build());
        if (model.getKind() == ElementKind.ENUM
                && modifiers().stream().noneMatch(around -> around.contains(Modifier.PRIVATE))) {
            generated.addMethod(method("layer", LayerReport.class)
                    .addJavadoc("The report of a layer.\n\n@param layer a constant with a layer annotation\n")
                    .addParameter(ClassName.get(type), "layer")
                    .addStatement("return layer(layer.name())")
                    .build());
        }
        generated.addType(TypeSpec.classBuilder(holder)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(NetworkReport.class, "REPORT", Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.read($T.class, $S)", NetworkReport.class, name, resource)
                        .build())
                .build());
        // With imports of java.lang, for the model's package may have a String of its own.
        return JavaFile.builder(name.packageName(), generated.build()).build();
    }

    private static MethodSpec.Builder method(String name, Class<?> returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(returned);
    }

    /** True if the model and all types around it have the modifier. */
    private boolean isEverywhere(Modifier modifier) {
        for (Set<Modifier> around : modifiers()) {
            if (!around.contains(modifier)) {
                return false;
            }
        }
        return true;
    }

    /** The modifiers of the model and of the types around it. */
    private List<Set<Modifier>> modifiers() {
        List<Set<Modifier>> modifiers = new ArrayList<>();
        Element element = model;
        while (element instanceof TypeElement || element instanceof ExecutableElement) {
            modifiers.add(element.getModifiers());
            element = element.getEnclosingElement();
        }
        return modifiers;
    }

    private Map<String, Integer> constants() {
        ConstantNames names = new ConstantNames();
        for (Map.Entry<String, LayerReport> member : declared.entrySet()) {
            List<OptionalLong> sizes = new ArrayList<>();
            for (AxisField axis : member.getValue().field()) {
                sizes.add(axis.size());
            }
            addPerAxis(names, ConstantNames.upperSnake(member.getKey()) + "_", "SIZE", sizes);
        }
        for (int i = 0; i < targets.size(); i++) {
            addTiles(names, i == 0 ? Optional.empty() : targets.get(i).endpoint(), targets.get(i));
        }
        if (!targets.isEmpty() && targets.get(0).endpoint().isPresent()) {
            addTiles(names, targets.get(0).endpoint(), targets.get(0));
        }
        return names.constants().size() > MOST_CONSTANTS ? Map.of() : names.constants();
    }

    /** How an inference program cuts its input: the names for the network's output have no prefix. */
    private static void addTiles(ConstantNames names, Optional<String> endpoint, Target target) {
        String prefix = (endpoint.isPresent() ? ConstantNames.upperSnake(endpoint.get()) + "_" : "") + "TILE_";
        List<OptionalLong> steps = new ArrayList<>();
        List<OptionalLong> before = new ArrayList<>();
        List<OptionalLong> after = new ArrayList<>();
        for (TargetAxis axis : target.axes()) {
            TilePlan plan = axis.tiles();
            steps.add(plan.exact() ? plan.step() : OptionalLong.empty());
            before.add(plan.alignedBefore());
            after.add(plan.alignedAfter());
        }
        addPerAxis(names, prefix, "STEP", steps);
        addPerAxis(names, prefix, "BEFORE", before);
        addPerAxis(names, prefix, "AFTER", after);
    }

    /** One constant where the axes are alike, else one per axis, with its name. */
    private static void addPerAxis(ConstantNames names, String prefix, String figure, List<OptionalLong> axes) {
        if (Set.copyOf(axes).size() == 1) {
            names.add(prefix + figure, axes.get(0));
            return;
        }
        for (int axis = 0; axis < axes.size(); axis++) {
            String along = AxisNames.of(axis, axes.size()).toUpperCase(Locale.ROOT);
            names.add(prefix + along + "_" + figure, axes.get(axis));
        }
    }

    private String javadoc() {
        StringBuilder text = new StringBuilder("Receptive fields of {@code ")
                .append(ClassName.get(type).canonicalName())
                .append(model == type ? "" : "." + model.getSimpleName() + "()")
                .append("}, in pixels of its input, as computed when it was compiled.\n\n<pre>\n");
        int width = 0;
        for (String member : declared.keySet()) {
            width = Math.max(width, member.length());
        }
        for (Map.Entry<String, LayerReport> member : declared.entrySet()) {
            LayerReport layer = member.getValue();
            text.append(shown(member.getKey()))
                    .append(" ".repeat(width - member.getKey().length()))
                    .append("  size ")
                    .append(sizes(layer))
                    .append(", jump ")
                    .append(jumps(layer))
                    .append('\n');
        }
        return text.append("</pre>\n").toString();
    }

    /** Names that code gives are any texts: none ends the comment, is a tag of it or an escape of a character. */
    private static String shown(String name) {
        return Printable.line(name)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*", "&#42;")
                .replace("\\", "&#92;");
    }

    private static String sizes(LayerReport layer) {
        List<String> sizes = new ArrayList<>();
        for (AxisField field : layer.field()) {
            sizes.add(field.size().isPresent() ? Long.toString(field.size().getAsLong()) : "?");
        }
        return collapsed(sizes);
    }

    private static String jumps(LayerReport layer) {
        List<String> jumps = new ArrayList<>();
        for (AxisField field : layer.field()) {
            jumps.add(field.jump().isPresent() ? field.jump().get().toString() : "?");
        }
        return collapsed(jumps);
    }

    private static String collapsed(List<String> perAxis) {
        return Set.copyOf(perAxis).size() == 1 ? perAxis.get(0) : String.join("x", perAxis);
    }
}
