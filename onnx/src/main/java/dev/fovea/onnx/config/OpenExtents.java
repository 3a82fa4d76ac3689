package dev.fovea.onnx.config;

import dev.fovea.onnx.fold.Num;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Extents of the input, stated by the user where a configuration leaves them open. */
final class OpenExtents {
    private OpenExtents() {}

    /**
     * The extents of all axes.
     *
     * @param stated by the configuration; 0 = open
     * @param sizes by an axis' name; under {@code ""} one for every axis or one per axis
     */
    static List<Num> of(List<Long> stated, Map<String, List<Long>> sizes) {
        List<Long> given = sizes.getOrDefault("", List.of());
        List<String> names =
                switch (stated.size()) {
                    case 1 -> List.of("length");
                    case 2 -> List.of("height", "width");
                    default -> List.of("depth", "height", "width");
                };
        List<Num> extents = new ArrayList<>();
        for (int axis = 0; axis < stated.size(); axis++) {
            List<Long> named = sizes.getOrDefault(names.get(axis), List.of());
            if (stated.get(axis) > 0) {
                extents.add(Num.of(stated.get(axis)));
            } else if (named.size() == 1) {
                extents.add(Num.of(named.get(0)));
            } else if (!given.isEmpty()) {
                extents.add(Num.of(given.get(Math.min(axis, given.size() - 1))));
            } else {
                extents.add(Num.unknown(names.get(axis)));
            }
        }
        return extents;
    }
}
