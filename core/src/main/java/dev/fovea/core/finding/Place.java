package dev.fovea.core.finding;

import java.util.Optional;

/**
 * Where a finding belongs, in the model's own terms; only the compiler's side can turn it into a position.
 *
 * @param site where the layer is declared; empty = the model as a whole
 * @param annotation simple name of an annotation there, after which a blank and what tells it from others of its name; empty = the layer annotation (on the model: the class itself)
 * @param attribute an attribute of that annotation; empty = the annotation as a whole
 * @param entry index of an entry of an array attribute; negative = the whole value
 */
public record Place(Optional<Site> site, String annotation, String attribute, int entry) {
    /** The class itself. */
    public static Place model() {
        return new Place(Optional.empty(), "", "", -1);
    }

    /** An attribute of an annotation on the class. */
    public static Place model(String annotation, String attribute) {
        return new Place(Optional.empty(), annotation, attribute, -1);
    }

    /** The layer annotation as a whole. */
    public static Place layer(Site site) {
        return new Place(Optional.of(site), "", "", -1);
    }

    /** An attribute of the layer annotation. */
    public static Place attribute(Site site, String attribute) {
        return new Place(Optional.of(site), "", attribute, -1);
    }

    /** An attribute of another annotation on the layer's member. */
    public static Place beside(Site site, String annotation, String attribute) {
        return new Place(Optional.of(site), annotation, attribute, -1);
    }

    /** An attribute of the same annotation. */
    public Place of(String other) {
        return new Place(site, annotation, other, -1);
    }

    /** The same place, narrowed to an entry of the attribute. */
    public Place at(int newEntry) {
        return new Place(site, annotation, attribute, newEntry);
    }
}
