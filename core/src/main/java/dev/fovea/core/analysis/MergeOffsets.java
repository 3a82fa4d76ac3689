package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the inputs of a merge are apart: the difference of their fields' mean centres over one period, each seen from its
 * unit's place.
 */
public final class MergeOffsets {
    private MergeOffsets() {}

    /** Per axis, how many pixels each input lies after the first; empty where they do not keep their distance. None for a layer that joins nothing. */
    public static List<List<Optional<Rational>>> of(Analysis analysis, Layer layer) {
        // Keys and values are not joined unit by unit.
        if (layer.links().size() < 2 || layer.links().stream().anyMatch(Link::isWhole)) {
            return List.of();
        }
        List<List<Optional<Rational>>> offsets = new ArrayList<>();
        for (int axis = 0; axis < analysis.network().axes(); axis++) {
            Optional<PeriodicField> first = field(analysis, layer.links().get(0), axis);
            List<Optional<Rational>> along = new ArrayList<>();
            for (Link link : layer.links()) {
                Optional<PeriodicField> field = field(analysis, link, axis);
                along.add(first.isPresent() && field.isPresent() ? apart(first.get(), field.get()) : Optional.empty());
            }
            offsets.add(along);
        }
        return offsets;
    }

    /** A field that is read unit by unit and is periodic. */
    private static Optional<PeriodicField> field(Analysis analysis, Link link, int axis) {
        FieldUnion seen = analysis.seen(link.source(), axis);
        boolean unitByUnit = link.steps().get(axis).isIdentity();
        return unitByUnit && seen.uniform() ? seen.field() : Optional.empty();
    }

    private static Optional<Rational> apart(PeriodicField first, PeriodicField other) {
        Optional<Rational> from = first.meanCentre();
        Optional<Rational> to = other.meanCentre();
        return first.movesLike(other) && from.isPresent() && to.isPresent()
                ? Optional.of(to.get().minus(from.get()))
                : Optional.empty();
    }
}
