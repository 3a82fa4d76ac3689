package dev.fovea.benchmark;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Finds the models of a compilation and does nothing with them: the least that any such processor does. */
public class Claiming extends AbstractProcessor {
    @Override
    public final Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.fovea.*");
    }

    @Override
    public final SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public final boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Map<String, TypeElement> models = new TreeMap<>();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element.getEnclosingElement() instanceof TypeElement model) {
                    models.put(model.getQualifiedName().toString(), model);
                }
            }
        }
        for (TypeElement model : models.values()) {
            accept(model);
        }
        return false;
    }

    void accept(TypeElement model) {}
}
