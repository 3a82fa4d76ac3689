package dev.fovea.report;

import java.util.Locale;

/** Why no tile of an input gives exactly what the whole input gives. */
public enum Obstacle {
    /** A layer reads the whole map, or uses statistics of it. */
    GLOBAL("a layer reads the whole map"),
    /** Fields have no period: paths drift apart, or a map is resampled by a ratio that is not an integer. */
    NONUNIFORM("fields differ without a period"),
    /** A map has an absolute size, whatever the input's. */
    FIXED("a map has an absolute size"),
    /** The step is too large to be followed. */
    STEP("the step is too large to be followed"),
    /** The units read nothing. */
    EMPTY("its units read nothing"),
    /** What is read beyond a border is the other end of the map. */
    CIRCULAR("borders read the other end of the map");

    private final String text;

    Obstacle(String text) {
        this.text = text;
    }

    /**
     * The name in the JSON form.
     *
     * @return for instance {@code global}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The reason in words.
     *
     * @return a clause, for instance {@code a layer reads the whole map}
     */
    @Override
    public String toString() {
        return text;
    }
}
