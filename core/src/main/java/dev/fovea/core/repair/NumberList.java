package dev.fovea.core.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes numbers with commas; in long lists repetitions are counted, {@code 2x23, 4x3}, and the longest are cut short. */
public final class NumberList {
    private static final int LONGEST_SPELT = 12;
    private static final int LONGEST_TYPED = 64;

    private NumberList() {}

    /** Numbers to read. */
    public static String read(List<?> numbers) {
        return list(numbers, LONGEST_SPELT);
    }

    /** Numbers to type, which are cut short much later. */
    public static String typed(List<?> numbers) {
        return list(numbers, LONGEST_TYPED);
    }

    private static String list(List<?> numbers, int mostParts) {
        if (numbers.size() <= LONGEST_SPELT) {
            return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        List<String> parts = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || !numbers.get(i).equals(numbers.get(first))) {
                parts.add(i - first == 1 ? "" + numbers.get(first) : numbers.get(first) + "x" + (i - first));
                first = i;
            }
        }
        return parts.size() <= mostParts
                ? String.join(", ", parts)
                : String.join(", ", parts.subList(0, mostParts - 2)) + " ... " + parts.get(parts.size() - 1);
    }
}
