package dev.fovea.core.resolve;

import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code @SpaceToDepth}: every unit reads a window of its own, as a pooling layer does, and keeps all of it as channels. */
final class SpaceToDepths {
    private SpaceToDepths() {}

    static void build(LayerBuilder builder) {
        long factor = builder.attributes.number("factor", 1);
        if (!builder.attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        long merged = 1;
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent in = builder.input().extents().get(axis);
            steps.add(new Step.Window(factor, factor, 1, 0, 0, 0));
            builder.extent(new OutputExtent.Divided(builder.sources.get(0), factor));
            merged = Math.multiplyExact(merged, factor);
            if (in.isKnown() && in.value() % factor != 0) {
                builder.extents.set(axis, builder.assembly.extents().unknown("mismatch", builder.site, axis));
                if (builder.faulty) {
                    continue;
                }
                builder.mismatchOfExtents(
                        builder.place("factor"),
                        "factor = %s of %s does not divide the extent %s of %s%s; use a divisor, or pad or crop before it"
                                .formatted(
                                        factor,
                                        builder.name(),
                                        in,
                                        builder.assembly.inputTitle(builder.sources.get(0)),
                                        AxisNames.along(axis, builder.axes())));
            }
        }
        builder.read(steps);
        builder.report.put("factor", factor);
        OptionalLong channels = builder.inputChannels();
        builder.channels = channels.isPresent()
                ? OptionalLong.of(Math.multiplyExact(channels.getAsLong(), merged))
                : OptionalLong.empty();
    }
}
