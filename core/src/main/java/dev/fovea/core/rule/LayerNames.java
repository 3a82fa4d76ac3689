package dev.fovea.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How messages name several layers: up to three one by one, more by the first and the last, and runs of numbers likewise. */
public final class LayerNames {
    private static final int MOST = 3;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private LayerNames() {}

    /** {@code a, b, c}; {@code context1 to context3}; {@code layer3[0].conv to layer4[2].conv (9 layers)}. */
    public static String of(List<String> names) {
        if (names.size() < MOST || names.size() == MOST && !isRun(names)) {
            return String.join(", ", names);
        }
        return names.get(0) + " to " + names.get(names.size() - 1)
                + (isRun(names) ? "" : " (" + names.size() + " layers)");
    }

    /** True if one number is all that the names differ in, and it counts up by one. */
    private static boolean isRun(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (!isNext(names.get(i - 1), names.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNext(String name, String next) {
        List<Integer> numbers = numbers(name);
        List<Integer> following = numbers(next);
        if (!NUMBER.matcher(name).replaceAll("#").equals(NUMBER.matcher(next).replaceAll("#"))) {
            return false;
        }
        Optional<Integer> step = Optional.empty();
        for (int i = 0; i < numbers.size(); i++) {
            int change = following.get(i) - numbers.get(i);
            if (change != 0 && step.isPresent()) {
                return false;
            }
            step = change == 0 ? step : Optional.of(change);
        }
        return step.equals(Optional.of(1));
    }

    private static List<Integer> numbers(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (MatchResult number : NUMBER.matcher(name).results().toList()) {
            numbers.add(Integer.valueOf(number.group()));
        }
        return numbers;
    }
}
