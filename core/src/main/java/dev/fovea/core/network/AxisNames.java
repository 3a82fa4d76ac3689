package dev.fovea.core.network;

import java.util.List;

/** The names by which messages and pages call the axes. */
public final class AxisNames {
    private static final List<List<String>> NAMES =
            List.of(List.of("length"), List.of("height", "width"), List.of("depth", "height", "width"));

    private AxisNames() {}

    /** The names of all axes. */
    public static List<String> all(int axes) {
        return NAMES.get(axes - 1);
    }

    /** The name of {@code axis} in a network of {@code axes} axes. */
    public static String of(int axis, int axes) {
        return all(axes).get(axis);
    }

    /** {@code " in height"}; empty where there is one axis only. */
    public static String along(int axis, int axes) {
        return axes == 1 ? "" : " in " + of(axis, axes);
    }
}
