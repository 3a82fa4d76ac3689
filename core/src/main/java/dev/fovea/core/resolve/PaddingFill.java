package dev.fovea.core.resolve;

import dev.fovea.Borders;
import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Filling;
import java.util.List;

/** What padding is filled with, where an author states it; some of it needs a map that is large enough. */
final class PaddingFill {
    private PaddingFill() {}

    /**
     * Reads {@code borders}.
     *
     * @param amounts units of padding per axis, all begins, then all ends
     */
    static void apply(LayerBuilder builder, List<Long> amounts) {
        if (!builder.attributes.has("borders")) {
            return;
        }
        builder.borders = Borders.valueOf(builder.attributes.text("borders"));
        if (builder.borders == Borders.ZEROS) {
            return;
        }
        builder.report.put("borders", builder.borders.name());
        for (int axis = 0; axis < builder.axes() && !builder.faulty; axis++) {
            Extent in = builder.input().extents().get(axis);
            long most = Math.max(amounts.get(axis), amounts.get(builder.axes() + axis));
            if (in.isKnown() && in.value() < Filling.least(builder.borders, most)) {
                builder.mismatchOfExtents(
                        builder.place("padding"),
                        "%s pads %s by %s%s, but %s of extent %s has only %s to fill them with; pad less, or state borders = REPLICATE"
                                .formatted(
                                        builder.name(),
                                        builder.assembly.inputTitle(builder.sources.get(0)),
                                        most,
                                        AxisNames.along(axis, builder.axes()),
                                        builder.borders == Borders.REFLECT ? "a mirrored map" : "a circle",
                                        in,
                                        builder.borders == Borders.REFLECT ? in.value() - 1 : in.value()));
            }
        }
    }
}
