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

    /** {@code @Add}. */
    static void add(Draft draft) {
        readAll(draft, draft.sources);
        joinExtents(draft, draft.sources, index -> draft.place("from").at(index));
        joinChannels(draft, draft.sources, index -> draft.place("from").at(index));
    }

    /** {@code @Concat}. */
    static void concat(Draft draft) {
        readAll(draft, draft.sources);
        joinExtents(draft, draft.sources, index -> draft.place("from").at(index));
        long sum = 0;
        for (int source : draft.sources) {
            OptionalLong channels = draft.assembly.shape(source).channels();
            if (channels.isEmpty()) {
                return;
            }
            sum = Math.addExact(sum, channels.getAsLong());
        }
        draft.channels = OptionalLong.of(sum);
    }

    /** {@code @Multiply}: inputs of extent 1 and of one channel are broadcast. */
    static void multiply(Draft draft) {
        List<Integer> maps = new ArrayList<>();
        for (int source : draft.sources) {
            if (!isPoint(draft.assembly.shape(source))) {
                maps.add(source);
            }
        }
        boolean onlyPoints = maps.isEmpty();
        for (int source : draft.sources) {
            Step step = onlyPoints || maps.contains(source) ? Step.IDENTITY : new Step.Broadcast();
            draft.links.add(new Link(source, Collections.nCopies(draft.axes(), step)));
        }
        joinExtents(draft, onlyPoints ? draft.sources : maps, index -> draft.place("from")
                .at(draft.sources.indexOf(onlyPoints ? draft.sources.get(index) : maps.get(index))));
        List<Integer> wide = draft.sources.stream()
                .filter(source -> draft.assembly.shape(source).channels().orElse(2) > 1)
                .toList();
        joinChannels(draft, wide.isEmpty() ? draft.sources : wide, index -> draft.place("from")
                .at(wide.isEmpty() ? index : draft.sources.indexOf(wide.get(index))));
    }

    private static boolean isPoint(MapShape shape) {
        return shape.isPoint();
    }

    static void readAll(Draft draft, List<Integer> sources) {
        for (int source : sources) {
            draft.links.add(new Link(source, Collections.nCopies(draft.axes(), Step.IDENTITY)));
        }
    }

    /** The place of a merge's input. */
    interface InputPlace {
        Place of(int index);
    }

    /** The common extents; where they are known to differ, that is reported and the extent stays unknown. */
    static void joinExtents(Draft draft, List<Integer> sources, InputPlace place) {
        Extents extents = draft.assembly.extents();
        boolean reported = false;
        for (int axis = 0; axis < draft.axes(); axis++) {
            Extent common = draft.assembly.shape(sources.get(0)).extents().get(axis);
            for (int i = 1; i < sources.size(); i++) {
                Extent extent = draft.assembly.shape(sources.get(i)).extents().get(axis);
                if (extent.symbol() == common.symbol() && extent.value() != common.value()) {
                    if (!reported) {
                        reported = true;
                        draft.mismatch(
                                place.of(i),
                                difference(draft, sources.get(0), sources.get(i), "extent")
                                        + "; bring them to one extent with a stride, @Upsample, @Pad or @Crop");
                    }
                    common = extents.unknown("mismatch", draft.declared, axis);
                } else if (extent.isKnown()) {
                    common = extent;
                }
            }
            draft.extents.add(common);
            draft.outputExtents.add(new OutputExtent.SameAs(sources.get(0)));
        }
    }

    /** The common number of channels; where they are known to differ, that is reported. */
    static void joinChannels(Draft draft, List<Integer> sources, InputPlace place) {
        int first = -1;
        for (int i = 0; i < sources.size(); i++) {
            OptionalLong channels = draft.assembly.shape(sources.get(i)).channels();
            if (channels.isEmpty()) {
                continue;
            }
            if (first < 0) {
                first = i;
                draft.channels = channels;
            } else if (!channels.equals(draft.channels)) {
                if (!draft.faulty) {
                    draft.mismatch(
                            place.of(i),
                            difference(draft, sources.get(first), sources.get(i), "channels")
                                    + "; give them the same number with a 1x1 @Conv, or join them with @Concat");
                }
                draft.channels = OptionalLong.empty();
                return;
            }
        }
    }

    private static String difference(Draft draft, int one, int other, String what) {
        return "inputs of %s differ in %s: %s is %s, %s is %s"
                .formatted(
                        draft.name(),
                        what,
                        draft.assembly.name(one),
                        draft.assembly.shape(one),
                        draft.assembly.name(other),
                        draft.assembly.shape(other));
    }
}
