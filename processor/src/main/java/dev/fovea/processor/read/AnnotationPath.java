package dev.fovea.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import org.jspecify.annotations.Nullable;

/**
 * The way from annotations to one of them, to one inside, or to a value: positions in lists and among the values written.
 * The same source has the same ways in every round.
 */
record AnnotationPath(List<Integer> positions) {
    /** The way from some annotations, or from one, to what lies within; empty if there is nothing to lead to. */
    static Optional<AnnotationPath> to(Object from, @Nullable Object target) {
        List<Integer> positions = new ArrayList<>();
        return target != null && search(from, target, positions)
                ? Optional.of(new AnnotationPath(List.copyOf(positions)))
                : Optional.empty();
    }

    private static boolean search(Object from, Object target, List<Integer> positions) {
        if (from == target) {
            return true;
        }
        List<?> within = within(from);
        for (int i = 0; i < within.size(); i++) {
            positions.add(i);
            if (search(Objects.requireNonNull(within.get(i)), target, positions)) {
                return true;
            }
            positions.remove(positions.size() - 1);
        }
        return false;
    }

    /** What the way leads to. */
    Object from(Object start) {
        Object reached = start;
        for (int position : positions) {
            reached = Objects.requireNonNull(within(reached).get(position));
        }
        return reached;
    }

    private static List<?> within(Object object) {
        if (object instanceof List<?> list) {
            return list;
        }
        if (object instanceof AnnotationMirror mirror) {
            return mirror.getElementValues().entrySet().stream()
                    .map(Map.Entry::getValue)
                    .toList();
        }
        Object value = object instanceof AnnotationValue written ? written.getValue() : "";
        return value instanceof List<?> || value instanceof AnnotationMirror && value != object
                ? List.of(value)
                : List.of();
    }
}
