package dev.fovea.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fovea.LayerOrder;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the class that records the order of a block's layers for compilations that read the block from class files. */
public final class OrderClass {
    private OrderClass() {}

    /** The source of the class. */
    public static GeneratedSource of(TypeElement block, List<String> layers) {
        ClassName type = ClassName.get(block);
        AnnotationSpec.Builder order = AnnotationSpec.builder(LayerOrder.class);
        layers.forEach(layer -> order.addMember("value", "$S", layer));
        return GeneratedSource.of(JavaFile.builder(
                        type.packageName(),
                        TypeSpec.classBuilder(String.join("_", type.simpleNames()) + "LayerOrder")
                                .addOriginatingElement(block)
                                .addJavadoc("The order of the layers of {@code $L}.\n", type.canonicalName())
                                .addAnnotation(order.build())
                                .addModifiers(Modifier.FINAL)
                                .addMethod(MethodSpec.constructorBuilder()
                                        .addModifiers(Modifier.PRIVATE)
                                        .build())
                                .build())
                .build());
    }
}
