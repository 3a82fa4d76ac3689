package dev.fovea.report;

import java.util.List;

/**
 * Units of a feature map: all those whose coordinate along every axis is one of that axis' units.
 *
 * @param axes per axis, the units in ascending runs with gaps between them
 */
public record UnitSet(List<List<Span>> axes) {
    /** Copies the lists. */
    public UnitSet {
        axes = Copies.nested(axes);
    }

    /**
     * Whether there is no unit.
     *
     * @return true where some axis has none
     */
    public boolean isEmpty() {
        return axes.stream().anyMatch(List::isEmpty);
    }

    /**
     * Whether a unit is one of these.
     *
     * @param unit one coordinate per axis
     * @return true if every coordinate is one of the axis' units
     * @throws IllegalArgumentException if there are more or fewer coordinates than axes
     */
    public boolean contains(long... unit) {
        Coordinates.check(unit, axes.size());
        for (int axis = 0; axis < unit.length; axis++) {
            long coordinate = unit[axis];
            if (axes.get(axis).stream().noneMatch(run -> run.contains(coordinate))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The number of units, over all axes.
     *
     * @return at least 0
     * @throws ArithmeticException if the number does not fit into a {@code long}
     */
    public long count() {
        return axes.stream()
                .mapToLong(runs -> runs.stream().mapToLong(Span::size).reduce(0, Math::addExact))
                .reduce(1, Math::multiplyExact);
    }
}
