package dev.fovea.processor.read;

import dev.fovea.processor.build.Declaration;
import dev.fovea.processor.finding.Place;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Turns places of a model into positions of the compiler.
 *
 * <p>ECJ has none for enum constants, so that their findings go to the enum; none for anything in a record; and for an
 * entry of an array only that of the whole annotation, so that the attribute is named instead.
 */
public final class Anchors {
    private final Anchor model;
    private final Map<Declaration, Anchor> declarations;
    private final boolean isEcj;

    /**
     * The annotations of one element.
     *
     * @param mirrors by simple name; the layer annotation under the empty name too
     */
    record Anchor(Element element, Map<String, AnnotationMirror> mirrors) {}

    Anchors(Anchor model, Map<Declaration, Anchor> declarations, boolean isEcj) {
        this.model = model;
        this.declarations = declarations;
        this.isEcj = isEcj;
    }

    /** A map in which declarations that read alike are different. */
    static Map<Declaration, Anchor> byIdentity() {
        return new IdentityHashMap<>();
    }

    /** The model definition. */
    public TypeElement type() {
        return (TypeElement) model.element();
    }

    /**
     * Prints at the narrowest position the compiler can give.
     *
     * @param declaration the member; empty = the class
     * @param place annotation, attribute and entry on it
     */
    public void print(
            Messager messager, Diagnostic.Kind kind, Optional<Declaration> declaration, Place place, String message) {
        Anchor anchor = declaration
                .map(member -> Objects.requireNonNull(declarations.get(member)))
                .orElse(model);
        Element enclosing = anchor.element().getEnclosingElement();
        if (isEcj && anchor.element().getKind() == ElementKind.ENUM_CONSTANT) {
            messager.printMessage(kind, message, enclosing);
            return;
        }
        AnnotationMirror mirror = anchor.mirrors().get(place.annotation());
        if (mirror == null) {
            messager.printMessage(kind, message, anchor.element());
            return;
        }
        Optional<AnnotationValue> value = Mirrors.written(mirror, place.attribute());
        if (value.isEmpty()) {
            messager.printMessage(kind, message, anchor.element(), mirror);
            return;
        }
        messager.printMessage(
                kind, message, anchor.element(), mirror, isEcj ? value.get() : narrowed(value.get(), place.entry()));
    }

    private static AnnotationValue narrowed(AnnotationValue value, int entry) {
        return value.getValue() instanceof List<?> entries && entry >= 0 && entry < entries.size()
                ? (AnnotationValue) entries.get(entry)
                : value;
    }
}
