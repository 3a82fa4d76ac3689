package dev.fovea.core.report;

import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.exact.PixelSet;
import dev.fovea.core.exact.PositionSet;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.support.Support;
import dev.fovea.report.Coverage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes down which pixels of its field a layer reads. */
final class LayerCoverage {
    private LayerCoverage() {}

    static Optional<Coverage> of(AnalysedNetwork analysed, int layer) {
        int axes = analysed.network().axes();
        Optional<Support> support = analysed.supports().layer(layer);
        if (support.isEmpty()) {
            return projections(analysed.analysis().figures().get(layer));
        }
        PixelSet first = support.get().at(Collections.nCopies(axes, 0L));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<PositionSet> along = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            along.add(first.along(axis));
        }
        Optional<List<Long>> gap = gap(along);
        if (gap.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong unread = first.missing();
        OptionalLong most = most(support.get());
        return Optional.of(new Coverage(
                unread.isPresent() ? first.count() : OptionalLong.empty(),
                unread,
                unread.isPresent() ? offset(first) : Optional.empty(),
                gap.get(),
                most.equals(unread) ? OptionalLong.empty() : most));
    }

    /** The largest number of unread pixels among the units of a period; unknown where that of one of them is. */
    private static OptionalLong most(Support support) {
        long most = 0;
        for (List<Long> unit : support.units()) {
            OptionalLong missing = support.at(unit).missing();
            if (missing.isEmpty()) {
                return missing;
            }
            most = Math.max(most, missing.getAsLong());
        }
        return OptionalLong.of(most);
    }

    private static Optional<List<Long>> offset(PixelSet pixels) {
        Optional<List<Long>> position = pixels.firstMissing();
        if (position.isEmpty()) {
            return Optional.empty();
        }
        List<Long> offset = new ArrayList<>();
        for (int axis = 0; axis < position.get().size(); axis++) {
            offset.add(position.get().get(axis) - pixels.along(axis).min());
        }
        return Optional.of(offset);
    }

    /** Where the set is too complex, or whole maps are read along some axes only. */
    private static Optional<Coverage> projections(List<ReceptiveField> figures) {
        List<PositionSet> along = new ArrayList<>();
        for (ReceptiveField axis : figures) {
            axis.seen().field().map(field -> field.phases().get(0)).ifPresent(along::add);
        }
        if (along.size() < figures.size() || along.stream().anyMatch(PositionSet::isEmpty)) {
            return Optional.empty();
        }
        return gap(along)
                .map(gap -> new Coverage(
                        OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), gap, OptionalLong.empty()));
    }

    private static Optional<List<Long>> gap(List<PositionSet> along) {
        List<Long> steps = new ArrayList<>();
        for (PositionSet set : along) {
            if (set.isOutline()) {
                return Optional.empty();
            }
            steps.add(set.largestStep());
        }
        return Optional.of(steps);
    }
}
