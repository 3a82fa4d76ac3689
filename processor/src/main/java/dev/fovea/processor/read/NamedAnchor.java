package dev.fovea.processor.read;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * An element by its names, and by their positions an annotation of it and a value in that.
 *
 * @param type qualified name of the class
 * @param member empty = the class itself
 * @param mirror leads to an annotation of the element; empty = none
 * @param value leads to a value in that annotation; empty = none
 */
record NamedAnchor(
        String type, Optional<Member> member, Optional<AnnotationPath> mirror, Optional<AnnotationPath> value)
        implements HeldAnchor {
    /** A field, enum constant or method; methods are told apart by their parameters too. */
    record Member(ElementKind kind, String name) {
        static Member of(Element element) {
            return new Member(element.getKind(), element.toString());
        }
    }

    static NamedAnchor of(Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value) {
        boolean isType = element instanceof TypeElement;
        TypeElement type = (TypeElement) (isType ? element : Objects.requireNonNull(element.getEnclosingElement()));
        List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
        return new NamedAnchor(
                type.getQualifiedName().toString(),
                isType ? Optional.empty() : Optional.of(Member.of(element)),
                AnnotationPath.to(mirrors, mirror),
                mirror == null ? Optional.empty() : AnnotationPath.to(mirror, value));
    }

    @Override
    public Optional<SourceAnchor> renewed(Elements elements) {
        TypeElement owner = elements.getTypeElement(type);
        if (owner == null) {
            return Optional.empty();
        }
        Element element = owner;
        for (Element candidate : owner.getEnclosedElements()) {
            if (member.filter(Member.of(candidate)::equals).isPresent()) {
                element = candidate;
            }
        }
        List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
        AnnotationMirror annotation =
                mirror.map(path -> (AnnotationMirror) path.from(mirrors)).orElse(null);
        return Optional.of(SourceAnchor.of(
                element,
                annotation,
                annotation == null
                        ? null
                        : value.map(path -> (AnnotationValue) path.from(annotation))
                                .orElse(null)));
    }
}
