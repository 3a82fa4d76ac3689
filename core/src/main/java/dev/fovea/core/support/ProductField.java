package dev.fovea.core.support;

import dev.fovea.core.analysis.PeriodicField;
import dev.fovea.core.exact.PositionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths whose fields are products: a unit sees, along each axis, what the axis's periodic field says, independently of the others.
 *
 * @param axes one periodic field per axis
 */
record ProductField(List<PeriodicField> axes) {
    ProductField {
        axes = List.copyOf(axes);
    }

    /** What a unit sees along each axis. */
    List<PositionSet> at(List<Long> unit) {
        List<PositionSet> seen = new ArrayList<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            seen.add(axes.get(axis).at(unit.get(axis)));
        }
        return seen;
    }

    /** True if every unit sees all that it sees along {@code other}. */
    boolean containsAll(ProductField other) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!axes.get(axis).containsAll(other.axes.get(axis))) {
                return false;
            }
        }
        return true;
    }

    /** True if what is seen along both keeps its distance. */
    boolean movesLike(ProductField other) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!axes.get(axis).movesLike(other.axes.get(axis))) {
                return false;
            }
        }
        return true;
    }

    /** The union, where it is a product again: the two differ along one axis only. */
    Optional<ProductField> join(ProductField other) {
        int differing = -1;
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!axes.get(axis).equals(other.axes.get(axis))) {
                if (differing >= 0 || !axes.get(axis).movesLike(other.axes.get(axis))) {
                    return Optional.empty();
                }
                differing = axis;
            }
        }
        int axis = differing;
        return axes.get(axis).union(other.axes.get(axis)).map(union -> {
            List<PeriodicField> joined = new ArrayList<>(axes);
            joined.set(axis, union);
            return new ProductField(joined);
        });
    }
}
