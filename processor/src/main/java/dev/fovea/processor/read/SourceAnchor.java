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
 * What a finding points at.
 *
 * @param mirror an annotation of the element; null = the element itself
 * @param value a value written in the annotation, or an entry of it; null = the annotation as a whole
 * @param isEcj whether the compiler is Eclipse's, which has no position for enum constants: theirs go to the enum
 */
public record SourceAnchor(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        boolean isEcj) {
    /** Prints at the narrowest position the compiler can give. */
    public void print(Messager messager, Diagnostic.Kind kind, String message) {
        if (isEcj && element.getKind() == ElementKind.ENUM_CONSTANT) {
            messager.printMessage(kind, message, element.getEnclosingElement());
        } else {
            messager.printMessage(kind, message, element, mirror, value);
        }
    }

    /** Where it stands in the source. */
    public Optional<Region> region(Positions positions) {
        return positions.of(element, mirror, value);
    }

    /** Qualified name of the class, or of the class and its member. */
    public String anchor() {
        return element instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : ((TypeElement) Objects.requireNonNull(element.getEnclosingElement())).getQualifiedName()
                        + "."
                        + element.getSimpleName();
    }

    /** Whether it is a class, not a member of one. */
    public boolean isType() {
        return element instanceof TypeElement;
    }
}
