package dev.fovea.core.rule;

import dev.fovea.core.exact.Integers;
import dev.fovea.core.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The sizes of the objects that a feature map can represent: its units see the largest whole, and the smallest is not lost
 * in what they see besides (Lin et al. 2017, FPN, section 4.1, gives each level a range of sizes).
 *
 * @param name of the endpoint, or of the layer where it is none
 * @param field smallest of the axes' field sizes, in pixels
 * @param width largest of the axes' effective widths, in pixels
 */
record MapScale(String name, OptionalLong field, OptionalLong width) {
    /** How many times smaller than the effective width an object may be. */
    static final long MOST = 4;

    /** The scale of a layer's map; a figure is unknown where it is on any axis. */
    static MapScale of(AnalysedNetwork analysed, int index) {
        Layer layer = analysed.network().layers().get(index);
        List<OptionalLong> fields = new ArrayList<>();
        List<OptionalLong> widths = new ArrayList<>();
        for (int axis = 0; axis < analysed.network().axes(); axis++) {
            fields.add(analysed.analysis().figures().get(index).get(axis).size());
            widths.add(analysed.paths()
                    .field(index, axis)
                    .map(field -> OptionalLong.of(field.width()))
                    .orElse(OptionalLong.empty()));
        }
        return new MapScale(
                layer.marks().endpoint().orElse(layer.name()),
                fields.stream().allMatch(OptionalLong::isPresent)
                        ? fields.stream().mapToLong(OptionalLong::getAsLong).min()
                        : OptionalLong.empty(),
                widths.stream().allMatch(OptionalLong::isPresent)
                        ? widths.stream().mapToLong(OptionalLong::getAsLong).max()
                        : OptionalLong.empty());
    }

    /** True if an object is known to be larger than the field. */
    boolean isTooLarge(long size) {
        return field.isPresent() && size > field.getAsLong();
    }

    /** True if the effective width is known to be more than 4 times an object. */
    boolean isTooSmall(long size) {
        return width.isPresent() && width.getAsLong() > MOST * size;
    }

    /** True unless objects of a size are known not to fit. */
    boolean mayFit(long size) {
        return !isTooLarge(size) && !isTooSmall(size);
    }

    /** {@code C3 fits 11 to 99 pixels (field 99, effective width 41)}. */
    String range() {
        String smallest = width.isPresent() ? Long.toString(Integers.ceilDiv(width.getAsLong(), MOST)) : "?";
        String largest = field.isPresent() ? Long.toString(field.getAsLong()) : "?";
        return "%s fits objects of %s to %s pixels (field %s, effective width %s)"
                .formatted(
                        name,
                        smallest,
                        largest,
                        largest,
                        width.isPresent() ? Long.toString(width.getAsLong()) : "unknown");
    }
}
