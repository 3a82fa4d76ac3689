package dev.fovea.report;

import java.util.List;

/**
 * A box of input pixels, counted from 0 in every axis; negative ones lie in the padding.
 *
 * @param axes the pixels along each axis; a span without any makes the whole box empty
 */
public record PixelBox(List<Span> axes) {
    /** Copies the list. */
    public PixelBox {
        axes = List.copyOf(axes);
    }

    /**
     * Whether the box has no pixel.
     *
     * @return true where some axis has none
     */
    public boolean isEmpty() {
        return axes.stream().anyMatch(Span::isEmpty);
    }

    /**
     * Whether a pixel lies in the box.
     *
     * @param pixel one coordinate per axis
     * @return true if every coordinate lies in the axis' span
     * @throws IllegalArgumentException if there are more or fewer coordinates than axes
     */
    public boolean contains(long... pixel) {
        Coordinates.check(pixel, axes.size());
        for (int axis = 0; axis < pixel.length; axis++) {
            if (!axes.get(axis).contains(pixel[axis])) {
                return false;
            }
        }
        return true;
    }
}
