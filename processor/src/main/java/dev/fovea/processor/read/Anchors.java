package dev.fovea.processor.read;

import dev.fovea.core.finding.Place;
import dev.fovea.core.resolve.Declaration;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Turns places of a model into what the compiler has a position for. */
public interface Anchors {
    /** The model definition: a class or a method. */
    Element model();

    /**
     * What a place stands for.
     *
     * @param declaration the layer's; empty = the model as a whole
     * @param place annotation, attribute and entry on it
     */
    SourceAnchor at(Optional<Declaration> declaration, Place place);
}
