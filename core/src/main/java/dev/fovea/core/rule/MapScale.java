package dev.fovea.core.rule;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Layer;
import dev.fovea.core.paths.EffectiveField;
import dev.fovea.core.paths.PathCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sizes of the objects that a feature map can represent: its units see the largest whole, and the smallest is not
 * lost in the rest of what they see, along the narrowest branch into it (Lin et al. 2017, FPN, section 4.1, gives each
 * level a range of sizes).
 *
 * @param name of the endpoint, or of the layer where it is not an endpoint
 * @param field smallest of the axes' field sizes, in pixels
 * @param width largest of the axes' effective widths along the narrowest branch, in pixels
 * @param branched whether other branches are wider
 */
record MapScale(String name, OptionalLong field, OptionalLong width, boolean branched) {
    /** How many times smaller than the effective width an object may be. */
    static final long MOST = 4;

    /** An object may exceed the field by one part in this many. */
    private static final long PARTS = 10;

    /**
     * The scale of a layer's map; a figure is unknown where it is on any axis.
     *
     * @param narrow the effective fields along the narrowest branches
     */
    static MapScale of(AnalysedNetwork analysed, PathCounts narrow, int index) {
        Layer layer = analysed.network().layers().get(index);
        List<OptionalLong> fields = new ArrayList<>();
        for (int axis = 0; axis < analysed.network().axes(); axis++) {
            fields.add(analysed.analysis().figures().get(index).get(axis).size());
        }
        OptionalLong all = width(analysed, analysed.paths(), index);
        OptionalLong least = width(analysed, narrow, index);
        boolean branched = least.isPresent() && (all.isEmpty() || least.getAsLong() < all.getAsLong());
        return new MapScale(
                layer.marks().endpoint().orElse(layer.name()),
                fields.stream().allMatch(OptionalLong::isPresent)
                        ? fields.stream().mapToLong(OptionalLong::getAsLong).min()
                        : OptionalLong.empty(),
                branched ? least : all,
                branched);
    }

    private static OptionalLong width(AnalysedNetwork analysed, PathCounts paths, int index) {
        long largest = 0;
        for (int axis = 0; axis < analysed.network().axes(); axis++) {
            Optional<EffectiveField> field = paths.field(index, axis);
            if (field.isEmpty() || field.get().width().isEmpty()) {
                return OptionalLong.empty();
            }
            largest = Math.max(largest, field.get().width().getAsLong());
        }
        return OptionalLong.of(largest);
    }

    /** True if the field is known to hold less than nine tenths of an object. */
    boolean isTooLarge(long size) {
        return field.isPresent() && field.getAsLong() < size - size / PARTS;
    }

    /** True if the effective width is known to be more than 4 times an object. */
    boolean isTooSmall(long size) {
        return width.isPresent() && width.getAsLong() > MOST * size;
    }

    /** True unless objects of a size are known not to fit. */
    boolean mayFit(long size) {
        return !isTooLarge(size) && !isTooSmall(size);
    }

    /** {@code the effective width of P2's narrowest branch}. */
    String widthOf(String layer) {
        return "the effective width of " + layer + (branched ? "'s narrowest branch" : "");
    }

    /** {@code C3 fits 11 to 99 pixels (field 99, effective width 41)}. */
    String range() {
        String smallest = width.isPresent() ? Long.toString(Integers.ceilDiv(width.getAsLong(), MOST)) : "?";
        String largest = field.isPresent() ? Long.toString(field.getAsLong()) : "?";
        String sizes = smallest.equals(largest)
                ? largest + (largest.equals("1") ? " pixel" : " pixels")
                : "%s to %s pixels".formatted(smallest, largest);
        return "%s fits objects of %s (field %s, effective width %s%s)"
                .formatted(
                        name,
                        sizes,
                        largest,
                        width.isPresent() ? Long.toString(width.getAsLong()) : "unknown",
                        branched ? " along the narrowest branch" : "");
    }
}
