package dev.fovea.processor.read;

import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.Declaration;
import java.util.IdentityHashMap;
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
     * What is written of one element.
     *
     * @param annotations by the names that places give them; the layer annotation under the empty name too
     */
    record Anchor(Element element, Map<String, Written> annotations) {}

    /** An annotation and the element that it stands on: of a layer that can be its class. */
    record Written(Element element, AnnotationMirror mirror) {}

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
        Written annotation = anchor.annotations().get(place.annotation());
        if (annotation == null) {
            return new ElementAnchor(anchor.element(), null, null, isEcj);
        }
        AnnotationValue value = Mirrors.written(annotation.mirror(), place.attribute())
                .map(written -> isEcj ? written : Mirrors.narrowed(written, place.entry()))
                .orElse(null);
        return new ElementAnchor(annotation.element(), annotation.mirror(), value, isEcj);
    }
}
