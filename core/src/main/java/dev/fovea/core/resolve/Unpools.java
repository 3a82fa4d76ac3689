package dev.fovea.core.resolve;

import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Grouped;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Operation;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Resample;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code @Unpool}: a unit reads the unit of its input that it may come from, and through the indices all that the pooling
 * layer read to choose it.
 */
final class Unpools {
    private Unpools() {}

    static void build(LayerBuilder builder, References references) {
        String of = builder.attributes.text("of");
        Optional<Integer> pool = references.resolve(builder.declaration, builder.place("of"), of);
        if (pool.isEmpty()) {
            builder.attributes.fail();
            return;
        }
        Assembly assembly = builder.assembly;
        if (pool.get() < 0 || assembly.layers().get(pool.get()).operation() != Operation.POOL) {
            builder.attributes.invalid(
                    "of",
                    -1,
                    "%s takes the indices of %s, which is not a @Pool; name the pooling layer that it undoes"
                            .formatted(builder.name(), of));
            return;
        }
        Layer pooling = assembly.layers().get(pool.get());
        Link pooled = pooling.links().get(0);
        List<Step> scaled = new ArrayList<>();
        List<Step> chosen = new ArrayList<>();
        for (Step step : pooled.steps()) {
            Optional<Step.Window> window = step.window().filter(Unpools::tiles);
            if (window.isEmpty()) {
                builder.attributes.invalid(
                        "of",
                        -1,
                        "%s cannot undo %s, whose windows overlap or leave gaps; unpooling takes a kernel equal to the stride, rate 1 and no padding"
                                .formatted(builder.name(), of));
                return;
            }
            scaled.add(new Resample(1, window.get().kernel(), Resample.Mode.NEAREST));
            chosen.add(new Grouped(window.get().kernel(), 0));
        }
        for (int axis = 0; axis < builder.axes(); axis++) {
            builder.extent(new OutputExtent.Unpooled(pooled.source(), pool.get()));
        }
        builder.read(scaled);
        builder.links.add(new Link(pooled.source(), chosen));
        builder.dataDependent = true;
        builder.channels = builder.inputChannels();
        builder.report.put("of", pooling.name());
        checkInput(builder, pool.get());
    }

    private static boolean tiles(Step.Window window) {
        return window.kernel() == window.stride()
                && window.rate() == 1
                && window.begin() == 0
                && window.unknownBegin() == 0;
    }

    /** The map that is put back has the shape that the pooling layer made. */
    private static void checkInput(LayerBuilder builder, int index) {
        Layer pooling = builder.assembly.layers().get(index);
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent in = builder.input().extents().get(axis);
            Extent pooled = pooling.shape().extents().get(axis);
            if (in.symbol() == pooled.symbol() && in.value() != pooled.value()) {
                builder.mismatchOfExtents(
                        builder.place("of"),
                        "%s puts back %s, which lacks the shape of %s: %s; unpool what has the pooling layer's shape"
                                .formatted(
                                        builder.name(),
                                        builder.assembly.title(builder.sources.get(0)),
                                        pooling.name(),
                                        new ShapeDifference(builder.assembly).text(builder.sources.get(0), index)));
                return;
            }
        }
    }
}
