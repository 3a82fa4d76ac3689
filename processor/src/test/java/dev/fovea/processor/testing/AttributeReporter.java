package dev.fovea.processor.testing;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Reports every use of one annotation attribute, and every entry of its array after the first. */
final class AttributeReporter extends AbstractProcessor {
    private final String attribute;

    AttributeReporter(String attribute) {
        this.attribute = attribute;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.fovea.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element type : round.getRootElements()) {
            report(type);
            type.getEnclosedElements().forEach(this::report);
        }
        return false;
    }

    private void report(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            mirror.getElementValues().forEach((name, value) -> {
                if (name.getSimpleName().contentEquals(attribute)) {
                    report(element, mirror, value);
                }
            });
        }
    }

    private void report(Element element, AnnotationMirror mirror, AnnotationValue whole) {
        print(Diagnostic.Kind.ERROR, "[Used] " + element + "\nuses " + attribute, element, mirror, whole);
        if (whole.getValue() instanceof List<?> entries) {
            // ECJ knows no position for an entry: it would point at the annotation.
            boolean ecj = processingEnv.getClass().getName().startsWith("org.eclipse");
            entries.stream()
                    .skip(1)
                    .map(AnnotationValue.class::cast)
                    .forEach(entry ->
                            print(Diagnostic.Kind.WARNING, "[Entry] " + entry, element, mirror, ecj ? whole : entry));
        }
    }

    private void print(
            Diagnostic.Kind kind, String message, Element element, AnnotationMirror mirror, AnnotationValue value) {
        processingEnv.getMessager().printMessage(kind, message, element, mirror, value);
    }
}
