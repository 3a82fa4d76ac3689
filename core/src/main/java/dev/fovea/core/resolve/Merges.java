package dev.fovea.core.resolve;

import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.MapShape;
import dev.fovea.core.network.OutputExtent;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** {@code @Add}, {@code @Multiply} and {@code @Concat}. */
final class Merges {
    private Merges() {}

    /** {@code @Add}: inputs of one channel are broadcast. */
    static void add(LayerBuilder builder) {
        readAll(builder, builder.sources);
        joinExtents(builder, builder.sources, builder::from);
        joinWideChannels(builder);
    }

    /** {@code @Concat}. */
    static void concat(LayerBuilder builder) {
        readAll(builder, builder.sources);
        joinExtents(builder, builder.sources, builder::from);
        long sum = 0;
        for (int source : builder.sources) {
            OptionalLong channels = builder.assembly.shape(source).channels();
            if (channels.isEmpty()) {
                return;
            }
            sum = Math.addExact(sum, channels.getAsLong());
        }
        builder.channels = OptionalLong.of(sum);
    }

    /** {@code @Multiply}: inputs of extent 1 and of one channel are broadcast. */
    static void multiply(LayerBuilder builder) {
        List<Integer> maps = new ArrayList<>();
        for (int source : builder.sources) {
            if (!isPoint(builder.assembly.shape(source))) {
                maps.add(source);
            }
        }
        boolean onlyPoints = maps.isEmpty();
        for (int i = 0; i < builder.sources.size(); i++) {
            int source = builder.sources.get(i);
            Step step = onlyPoints || maps.contains(source) ? Step.Window.IDENTITY : new Step.Broadcast();
            builder.links.add(new Link(source, Collections.nCopies(builder.axes(), step), builder.entry(i)));
        }
        joinExtents(
                builder,
                onlyPoints ? builder.sources : maps,
                index -> builder.from(
                        builder.sources.indexOf(onlyPoints ? builder.sources.get(index) : maps.get(index))));
        joinWideChannels(builder);
    }

    /** The common number of channels of the inputs that have more than one. */
    private static void joinWideChannels(LayerBuilder builder) {
        List<Integer> wide = builder.sources.stream()
                .filter(source -> builder.assembly.shape(source).channels().orElse(2) > 1)
                .toList();
        joinChannels(
                builder,
                wide.isEmpty() ? builder.sources : wide,
                index -> builder.from(wide.isEmpty() ? index : builder.sources.indexOf(wide.get(index))));
    }

    private static boolean isPoint(MapShape shape) {
        return shape.isPoint();
    }

    static void readAll(LayerBuilder builder, List<Integer> sources) {
        for (int i = 0; i < sources.size(); i++) {
            builder.links.add(new Link(
                    sources.get(i), Collections.nCopies(builder.axes(), Step.Window.IDENTITY), builder.entry(i)));
        }
    }

    /** The place of a merge's input. */
    interface InputPlace {
        Place of(int index);
    }

    /** The common extents; where they are known to differ, that is reported and the extent stays unknown. */
    static void joinExtents(LayerBuilder builder, List<Integer> sources, InputPlace place) {
        Extents extents = builder.assembly.extents();
        boolean reported = false;
        for (int axis = 0; axis < builder.axes(); axis++) {
            Extent common = builder.assembly.shape(sources.get(0)).extents().get(axis);
            for (int i = 1; i < sources.size(); i++) {
                Extent extent = builder.assembly.shape(sources.get(i)).extents().get(axis);
                if (extent.symbol() == common.symbol() && extent.value() != common.value()) {
                    if (!reported) {
                        reported = true;
                        builder.mismatchOfExtents(
                                place.of(i),
                                "inputs of %s differ in extent: %s"
                                                .formatted(
                                                        builder.name(),
                                                        new ShapeDifference(builder.assembly)
                                                                .text(sources.get(0), sources.get(i)))
                                        + "; bring them to one extent with a stride, @Upsample, @Pad or @Crop");
                    }
                    common = extents.unknown("mismatch", builder.site, axis);
                } else if (extent.isKnown()) {
                    common = extent;
                }
            }
            builder.extents.add(common);
            builder.outputExtents.add(new OutputExtent.SameAs(sources.get(0)));
        }
    }

    /** The common number of channels; where they are known to differ, that is reported. */
    static void joinChannels(LayerBuilder builder, List<Integer> sources, InputPlace place) {
        int first = -1;
        for (int i = 0; i < sources.size(); i++) {
            OptionalLong channels = builder.assembly.shape(sources.get(i)).channels();
            if (channels.isEmpty()) {
                continue;
            }
            if (first < 0) {
                first = i;
                builder.channels = channels;
            } else if (!channels.equals(builder.channels)) {
                if (!builder.faulty) {
                    builder.mismatch(
                            place.of(i),
                            difference(builder, sources.get(first), sources.get(i))
                                    + "; give them the same number with a 1x1 @Conv, or join them with @Concat");
                }
                builder.channels = OptionalLong.empty();
                return;
            }
        }
    }

    private static String difference(LayerBuilder builder, int one, int other) {
        return "inputs of %s differ in channels: %s has %s, %s has %s"
                .formatted(
                        builder.name(),
                        builder.assembly.title(one),
                        builder.assembly.shape(one).channels().getAsLong(),
                        builder.assembly.title(other),
                        builder.assembly.shape(other).channels().getAsLong());
    }
}
