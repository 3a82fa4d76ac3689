package dev.fovea.core.support;

import dev.fovea.core.analysis.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths whose fields are products: a unit sees, along each axis, what the axis's family says, independently of the others.
 *
 * @param axes one family per axis
 */
record Term(List<Family> axes) {
    Term {
        axes = List.copyOf(axes);
    }

    /** True if every unit sees all that it sees along {@code other}. */
    boolean containsAll(Term other) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!axes.get(axis).containsAll(other.axes.get(axis))) {
                return false;
            }
        }
        return true;
    }

    /** True if what is seen along both keeps its distance. */
    boolean movesLike(Term other) {
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!axes.get(axis).movesLike(other.axes.get(axis))) {
                return false;
            }
        }
        return true;
    }

    /** The union, where it is a product again: the terms differ along one axis only. */
    Optional<Term> join(Term other) {
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
            List<Family> joined = new ArrayList<>(axes);
            joined.set(axis, union);
            return new Term(joined);
        });
    }
}
