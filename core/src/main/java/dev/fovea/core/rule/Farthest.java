package dev.fovea.core.rule;

import dev.fovea.report.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two inputs of a merge whose values differ most.
 *
 * @param one position of the first
 * @param other position of the second, which is larger
 */
record Farthest(int one, int other, Rational apart) {
    /**
     * A value of an input.
     *
     * @param group values are compared with those of equal groups only
     */
    record Value(Object group, Rational number) {}

    /**
     * The pair with the largest difference, if any values differ; of several such pairs the one whose second input
     * comes first, then the one whose first does. One pass over the inputs is enough: within a group the largest
     * difference is that of its extremes.
     *
     * @param values per input; empty where it has none
     */
    static Optional<Farthest> of(List<Optional<Value>> values) {
        Map<Object, Integer> smallest = new HashMap<>();
        Map<Object, Integer> largest = new HashMap<>();
        Optional<Farthest> best = Optional.empty();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                Value value = values.get(i).get();
                int low = smallest.merge(
                        value.group(),
                        i,
                        (old, now) -> number(values, now).compareTo(number(values, old)) < 0 ? now : old);
                int high = largest.merge(
                        value.group(),
                        i,
                        (old, now) -> number(values, now).compareTo(number(values, old)) > 0 ? now : old);
                Rational apart = number(values, high).minus(number(values, low));
                if (apart.compareTo(best.map(Farthest::apart).orElse(Rational.ZERO)) > 0) {
                    best = Optional.of(new Farthest(Math.min(low, high), Math.max(low, high), apart));
                }
            }
        }
        return best;
    }

    private static Rational number(List<Optional<Value>> values, int input) {
        return values.get(input).orElseThrow().number();
    }
}
