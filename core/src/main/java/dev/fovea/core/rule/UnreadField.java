package dev.fovea.core.rule;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.support.Support;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A unit whose field has pixels that it does not read.
 *
 * <p>Pixels that no unit of the map reads are left out: the layer that strides past them is at fault, not the taps.
 *
 * @param unit the unit, per axis
 * @param pixels that it reads
 * @param axis the axis whose projection has a gap; −1 where positions of the inner half are unread though no projection has one
 */
record UnreadField(List<Long> unit, PixelSet pixels, int axis) {
    /** Stands for a loss that shows in no projection. */
    static final int INNER = -1;

    private static final int MOST_RESIDUES = 1 << 16;

    /** Per axis, the first unit of a layer with such a field; or else the first that shows in no projection. */
    static List<UnreadField> of(AnalysedNetwork analysed, int layer) {
        Analysis analysis = analysed.analysis();
        int axes = analysed.network().axes();
        Optional<Support> support = analysed.supports().layer(layer);
        List<UnreadField> fields = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            Optional<UnreadField> field = support.isPresent()
                    ? gap(analysis, layer, support.get(), axis)
                    : projection(analysis, layer, axes, axis);
            if (field.isPresent()) {
                fields.add(field.get());
            }
        }
        if (fields.isEmpty() && support.isPresent()) {
            Optional<UnreadField> hollow = hollow(support.get(), axes);
            return hollow.isPresent() ? List.of(hollow.get()) : List.of();
        }
        return List.copyOf(fields);
    }

    private static Optional<UnreadField> gap(Analysis analysis, int layer, Support support, int axis) {
        for (List<Long> unit : support.units()) {
            PixelSet pixels = support.at(unit);
            if (isGap(analysis.seen(layer, axis).fields(), pixels.along(axis))) {
                return Optional.of(new UnreadField(unit, pixels, axis));
            }
        }
        return Optional.empty();
    }

    /** Where only projections are known. */
    private static Optional<UnreadField> projection(Analysis analysis, int layer, int axes, int axis) {
        Optional<PeriodicField> field = analysis.seen(layer, axis).field();
        for (int unit = 0; field.isPresent() && unit < field.get().period(); unit++) {
            PositionSet along = field.get().at(unit);
            if (isGap(List.of(field.get()), along)) {
                List<Long> place = new ArrayList<>(Collections.nCopies(axes, 0L));
                place.set(axis, (long) unit);
                return Optional.of(new UnreadField(place, PixelSet.of(1, List.of(List.of(along))), axis));
            }
        }
        return Optional.empty();
    }

    private static boolean isGap(List<PeriodicField> fields, PositionSet along) {
        return along.firstGap().isPresent() && isReadElsewhere(fields, along);
    }

    /** Only a union of products can lose positions that no projection shows, and then only where those have no gap. */
    private static Optional<UnreadField> hollow(Support support, int axes) {
        for (List<Long> unit : support.units()) {
            PixelSet pixels = support.at(unit);
            boolean gaps = false;
            for (int axis = 0; axis < axes; axis++) {
                gaps |= pixels.along(axis).firstGap().isPresent();
            }
            if (!gaps && isHollow(pixels, axes)) {
                return Optional.of(new UnreadField(unit, pixels, INNER));
            }
        }
        return Optional.empty();
    }

    /** True if the pixels are those over all axes; else they are the projection onto the axis with the gap alone. */
    boolean isWhole() {
        return pixels.axes() == unit.size();
    }

    /** The projection with the gap. */
    PositionSet along() {
        return pixels.along(isWhole() ? axis : 0);
    }

    /** True if a position in the inner half of the box, along every axis, is not read. */
    private static boolean isHollow(PixelSet pixels, int axes) {
        if (!pixels.isCountable() || pixels.isProduct()) {
            return false;
        }
        List<Long> from = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            long margin = (pixels.along(axis).extent() + 3) / 4;
            from.add(pixels.along(axis).min() + margin);
            to.add(pixels.along(axis).max() - margin);
        }
        return pixels.firstMissing(from, to).isPresent();
    }

    /** True if another unit of the map reads one of the positions that {@code along} passes over. */
    private static boolean isReadElsewhere(List<PeriodicField> fields, PositionSet along) {
        if (fields.size() != 1
                || fields.get(0).shift() == 0
                || fields.get(0).shift() > MOST_RESIDUES
                || along.extent() > MOST_RESIDUES) {
            return true;
        }
        int residues = (int) fields.get(0).shift();
        BitSet read = new BitSet(residues);
        for (PositionSet phase : fields.get(0).phases()) {
            if (phase.extent() > MOST_RESIDUES || phase.isOutline()) {
                return true;
            }
            phase.forEach(position -> read.set((int) Math.floorMod(position, (long) residues)));
        }
        for (long position = along.min(); position <= along.max(); position++) {
            if (!along.contains(position) && read.get((int) Math.floorMod(position, (long) residues))) {
                return true;
            }
        }
        return false;
    }
}
