package dev.fovea.processor.read;

import dev.fovea.core.finding.Region;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * An element, or something in one of its annotations.
 *
 * @param mirror an annotation of the element; null = the element itself
 * @param value a value written in the annotation, or an entry of it; null = the annotation as a whole
 * @param isEcj whether the compiler is Eclipse's, which has no position for enum constants: theirs go to the enum
 */
record ElementAnchor(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        boolean isEcj) implements SourceAnchor {
    @Override
    public void print(Messager messager, Diagnostic.Kind kind, String message) {
        if (isEcj && element.getKind() == ElementKind.ENUM_CONSTANT) {
            messager.printMessage(kind, message, element.getEnclosingElement());
        } else {
            printWithin(messager, kind, message);
        }
    }

    /** ECJ's messager throws, before it prints, where an annotation before this one has an empty array. */
    private void printWithin(Messager messager, Diagnostic.Kind kind, String message) {
        try {
            messager.printMessage(kind, message, element, mirror, value);
        } catch (RuntimeException unplaced) {
            messager.printMessage(kind, message, element);
        }
    }

    @Override
    public HeldAnchor held() {
        return NamedAnchor.of(element, mirror, value);
    }

    @Override
    public Optional<Region> region(Positions positions) {
        return positions.of(element, mirror, value);
    }

    @Override
    public String anchor() {
        return element instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : ((TypeElement) Objects.requireNonNull(element.getEnclosingElement())).getQualifiedName()
                        + "."
                        + element.getSimpleName();
    }

    @Override
    public boolean isType() {
        return element instanceof TypeElement;
    }
}
