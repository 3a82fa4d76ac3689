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
 * @param annotated the element
 * @param mirror an annotation of the element; null = the element itself
 * @param value a value written in the annotation, or an entry of it; null = the annotation as a whole
 * @param isEcj whether the compiler is Eclipse's, which has no position for enum constants: theirs go to the enum
 */
record ElementAnchor(
        Element annotated,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        boolean isEcj) implements SourceAnchor {
    @Override
    public void print(Messager messager, Diagnostic.Kind kind, String message) {
        if (isEcj && annotated.getKind() == ElementKind.ENUM_CONSTANT) {
            messager.printMessage(kind, message, annotated.getEnclosingElement());
        } else {
            printWithin(messager, kind, message);
        }
    }

    /** ECJ's messager throws, before it prints, where an annotation before this one has an empty array. */
    private void printWithin(Messager messager, Diagnostic.Kind kind, String message) {
        try {
            messager.printMessage(kind, message, annotated, mirror, value);
        } catch (RuntimeException unplaced) {
            messager.printMessage(kind, message, annotated);
        }
    }

    @Override
    public HeldAnchor held() {
        return NamedAnchor.of(annotated, mirror, value);
    }

    @Override
    public Optional<Region> region(Positions positions) {
        return positions.of(annotated, mirror, value);
    }

    @Override
    public String anchor() {
        return annotated instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : ((TypeElement) Objects.requireNonNull(annotated.getEnclosingElement())).getQualifiedName()
                        + "."
                        + annotated.getSimpleName();
    }

    @Override
    public Optional<Element> element() {
        return Optional.of(annotated);
    }

    @Override
    public Optional<AnnotationMirror> annotation() {
        return Optional.ofNullable(mirror);
    }

    @Override
    public boolean isType() {
        return annotated instanceof TypeElement;
    }
}
