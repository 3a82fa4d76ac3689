package dev.fovea.core.finding;

/**
 * Where a finding belongs, in the model's own terms; only the compiler's side can turn it into a position.
 *
 * @param layer index of the declared layer, or {@link #MODEL}
 * @param annotation simple name of an annotation there; empty = the layer annotation (on the model: the class itself)
 * @param attribute an attribute of that annotation; empty = the annotation as a whole
 * @param entry index of an entry of an array attribute; negative = the whole value
 */
public record Place(int layer, String annotation, String attribute, int entry) {
    /** The layer index that stands for the model as a whole. */
    public static final int MODEL = -1;

    /** The class itself. */
    public static Place model() {
        return new Place(MODEL, "", "", -1);
    }

    /** An attribute of an annotation on the class. */
    public static Place model(String annotation, String attribute) {
        return new Place(MODEL, annotation, attribute, -1);
    }

    /** The layer annotation as a whole. */
    public static Place layer(int layer) {
        return new Place(layer, "", "", -1);
    }

    /** An attribute of the layer annotation. */
    public static Place attribute(int layer, String attribute) {
        return new Place(layer, "", attribute, -1);
    }

    /** An attribute of another annotation on the layer's member. */
    public static Place beside(int layer, String annotation, String attribute) {
        return new Place(layer, annotation, attribute, -1);
    }

    /** The same place, narrowed to an entry of the attribute. */
    public Place at(int newEntry) {
        return new Place(layer, annotation, attribute, newEntry);
    }
}
