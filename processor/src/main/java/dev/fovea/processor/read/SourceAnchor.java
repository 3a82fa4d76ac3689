package dev.fovea.processor.read;

import dev.fovea.core.finding.Region;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** What a finding points at. */
public interface SourceAnchor {
    /** An element, or something in one of its annotations. */
    static SourceAnchor of(Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value) {
        return new ElementAnchor(element, mirror, value, false);
    }

    /** Prints at the narrowest position the compiler can give. */
    void print(Messager messager, Diagnostic.Kind kind, String message);

    /** The same for a later round. */
    HeldAnchor held();

    /** Where it stands in the source. */
    Optional<Region> region(Positions positions);

    /** Qualified name of the class, or of the class and its member. */
    String anchor();

    /** Whether it is a class, not a member of one. */
    boolean isType();

    /** The element that it is, or on which the annotation stands; empty where it is code. */
    default Optional<Element> element() {
        return Optional.empty();
    }

    /** The annotation that it is or lies in; empty where there is no such annotation. */
    default Optional<AnnotationMirror> annotation() {
        return Optional.empty();
    }

    /** Whether it is an expression, which can build several layers of one model. */
    default boolean isExpression() {
        return false;
    }
}
