package dev.fovea.core.rule;

import dev.fovea.core.network.AxisNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something that holds along one or several axes alike.
 *
 * @param axis the first of them
 * @param where {@code " in height and width"}; empty where it holds along all axes
 */
public record AlongAxes<T>(T value, int axis, String where) {
    /** Every different value once, with the axes that have it. */
    public static <T> List<AlongAxes<T>> of(List<Optional<T>> perAxis) {
        List<AlongAxes<T>> distinct = new ArrayList<>();
        for (int axis = 0; axis < perAxis.size(); axis++) {
            Optional<T> value = perAxis.get(axis);
            if (value.isPresent() && perAxis.indexOf(value) == axis) {
                distinct.add(new AlongAxes<>(value.get(), axis, where(perAxis, value)));
            }
        }
        return distinct;
    }

    private static String where(List<?> perAxis, Object value) {
        List<Integer> alike = IntStream.range(0, perAxis.size())
                .filter(axis -> perAxis.get(axis).equals(value))
                .boxed()
                .toList();
        return alike.size() == perAxis.size()
                ? ""
                : alike.stream()
                        .map(axis -> AxisNames.of(axis, perAxis.size()))
                        .collect(Collectors.joining(" and ", " in ", ""));
    }
}
