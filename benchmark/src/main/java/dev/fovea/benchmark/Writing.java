package dev.fovea.benchmark;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Computes nothing, and writes with JavaPoet, line by line, the class that Fovea writes for a chain of 3×3 convolutions.
 */
public final class Writing extends Claiming {
    private static final ClassName NETWORK = ClassName.get("dev.fovea.report", "NetworkReport");
    private static final ClassName LAYER = ClassName.get("dev.fovea.report", "LayerReport");
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    @Override
    void accept(TypeElement model) {
        ClassName name = ClassName.get("", model.getSimpleName() + "ReceptiveField");
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addOriginatingElement(model)
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "{$S, $S, $S, $S}", "all", "deprecation", "exports", "removal")
                        .build())
                .addModifiers(Modifier.FINAL)
                .addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "$S", "dev.fovea.processor.FoveaProcessor")
                        .build());
        StringBuilder table = new StringBuilder();
        int layers = 0;
        for (Element member : model.getEnclosedElements()) {
            if (member.getKind() == ElementKind.FIELD) {
                String layer = member.getSimpleName().toString();
                layers++;
                int size = 1 + 2 * layers;
                table.append(layer).append("  size ").append(size).append(", jump 1\n");
                type.addField(constant(layer.toUpperCase(Locale.ROOT) + "_SIZE", size));
            }
        }
        type.addField(constant("TILE_STEP", 1));
        type.addField(constant("TILE_BEFORE", layers));
        type.addField(constant("TILE_AFTER", layers));
        type.addJavadoc(
                "$L",
                "Receptive fields of {@code " + model.getQualifiedName()
                        + "}, in pixels of its input, as computed when it was compiled.\n\n<pre>\n" + table
                        + "</pre>\n");
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        type.addMethod(MethodSpec.methodBuilder("report")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(NETWORK)
                .addJavadoc("The whole report.\n")
                .addStatement("return $T.REPORT", name.nestedClass("Holder"))
                .build());
        type.addMethod(MethodSpec.methodBuilder("layer")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(LAYER)
                .addJavadoc("The report of a layer.\n\n@param name name of the layer\n"
                        + "@throws IllegalArgumentException if there is no such layer\n")
                .addParameter(String.class, "name")
                .addStatement("return report().layer(name)")
                .build());
        type.addType(TypeSpec.classBuilder("Holder")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(NETWORK, "REPORT", Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.read($T.class, $S)",
                                NETWORK,
                                name,
                                "/META-INF/fovea/" + model.getQualifiedName() + ".json")
                        .build())
                .build());
        try {
            JavaFile.builder("", type.build()).build().writeTo(processingEnv.getFiler());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FieldSpec constant(String name, int value) {
        return FieldSpec.builder(int.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", value)
                .build();
    }
}
