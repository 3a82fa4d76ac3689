package dev.fovea.processor.read;

import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.Declaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Turns places of a model into what the compiler has a position for.
 *
 * <p>ECJ has none for anything in a record, and for an entry of an array only that of the whole annotation, so that the
 * attribute is named instead.
 */
final class MemberAnchors implements Anchors {
    private final Anchor model;
    private final Map<Declaration, Anchor> declarations;
    private final boolean isEcj;

    /**
     * The annotations of one element.
     *
     * @param mirrors by simple name; the layer annotation under the empty name too
     */
    record Anchor(Element element, Map<String, AnnotationMirror> mirrors) {}

    MemberAnchors(Anchor model, Map<Declaration, Anchor> declarations, boolean isEcj) {
        this.model = model;
        this.declarations = declarations;
        this.isEcj = isEcj;
    }

    /** A map in which declarations that read alike are different. */
    static Map<Declaration, Anchor> byIdentity() {
        return new IdentityHashMap<>();
    }

    @Override
    public Element model() {
        return model.element();
    }

    @Override
    public SourceAnchor at(Optional<Declaration> declaration, Place place) {
        Anchor anchor = declaration
                .map(member -> Objects.requireNonNull(declarations.get(member)))
                .orElse(model);
        AnnotationMirror mirror = anchor.mirrors().get(place.annotation());
        AnnotationValue value = mirror == null
                ? null
                : Mirrors.written(mirror, place.attribute())
                        .map(written -> isEcj ? written : narrowed(written, place.entry()))
                        .orElse(null);
        return new ElementAnchor(anchor.element(), mirror, value, isEcj);
    }

    private static AnnotationValue narrowed(AnnotationValue value, int entry) {
        return value.getValue() instanceof List<?> entries && entry >= 0 && entry < entries.size()
                ? (AnnotationValue) entries.get(entry)
                : value;
    }
}
