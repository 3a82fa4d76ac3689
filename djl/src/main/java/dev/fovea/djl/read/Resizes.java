package dev.fovea.djl.read;

import ai.djl.modality.cv.Image;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Maps that are brought to other extents. */
final class Resizes {
    private Resizes() {}

    /** An image: its channels are last. */
    static Value resize(Trace trace, Value image, long height, long width, int mode) {
        boolean batch = image.shape().dimension() == 4;
        if (!batch) {
            throw new UnreadableException("a resize of a single image");
        }
        Value map = interpolation(
                trace, Layouts.transposed(image, new int[] {0, 3, 1, 2}), new long[] {height, width}, mode);
        return Layouts.transposed(map, new int[] {0, 2, 3, 1});
    }

    static Value interpolation(Trace trace, Value value, long[] size, int mode) {
        Value.Units map = WindowLayers.map(trace, value, "a resize");
        Shape before = trace.shape(map.layer());
        Image.Interpolation kind = Image.Interpolation.values()[mode];
        if (kind != Image.Interpolation.NEAREST && kind != Image.Interpolation.BILINEAR) {
            throw new UnreadableException("interpolation " + kind);
        }
        List<Long> scale = new ArrayList<>();
        List<Long> extents = new ArrayList<>();
        for (int axis = 0; axis < size.length; axis++) {
            extents.add(size[axis]);
            if (size[axis] % before.get(2 + axis) == 0) {
                scale.add(size[axis] / before.get(2 + axis));
            }
        }
        boolean scales = scale.size() == size.length;
        return trace.add(
                "Upsample",
                Map.of(
                        scales ? "scale" : "size",
                        scales ? scale : extents,
                        "mode",
                        kind == Image.Interpolation.NEAREST ? "NEAREST" : "LINEAR"),
                List.of(map.layer()),
                before.slice(0, 2).addAll(new Shape(size)));
    }
}
