package dev.fovea.core.resolve;

import dev.fovea.core.network.AxisNames;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code @Recurrent}: every unit depends on all of its input along one axis, and on its own place along the others. */
final class Recurrents {
    private Recurrents() {}

    static void build(LayerBuilder builder) {
        Attributes attributes = builder.attributes;
        long axis = attributes.number("axis", 0);
        long units = attributes.number("units", 1);
        if (attributes.areValid() && axis >= builder.axes()) {
            attributes.invalid(
                    "axis",
                    -1,
                    "axis of %s is %s, but the network has %s; axes count from 0"
                            .formatted(
                                    builder.name(),
                                    axis,
                                    builder.axes() == 1
                                            ? "one axis"
                                            : builder.axes() + " axes: " + AxisNames.of(0, builder.axes()) + " first"));
        }
        if (!attributes.areValid()) {
            return;
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < builder.axes(); i++) {
            steps.add(i == axis ? new Step.Whole() : Step.Window.IDENTITY);
            builder.extent(new OutputExtent.SameAs(builder.sources.get(0)));
        }
        builder.read(steps);
        boolean both = attributes.flag("bidirectional");
        builder.report.put("axis", axis);
        builder.report.put("bidirectional", both);
        if (!attributes.isUnstated("units")) {
            builder.report.put("units", units);
            builder.channels = OptionalLong.of(both ? Math.multiplyExact(2, units) : units);
        }
        // They depend on the cell, which is not stated.
        builder.parameters = OptionalLong.empty();
        builder.macs = OptionalLong.empty();
    }
}
