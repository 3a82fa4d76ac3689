package dev.fovea.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the known names a mistyped one may have meant. */
public final class NearestNames {
    private static final int SHOWN = 5;

    /** Most pairs of characters that are compared for one typed name; what comes later counts as far away. */
    private static final long MOST_PAIRS = 250_000;

    private NearestNames() {}

    /** All names, the nearest first, or the nearest few and the number of the others. */
    public static String of(String typed, List<String> names) {
        if (names.isEmpty()) {
            return "no layers";
        }
        String nearest = sorted(typed, names).stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? nearest + " and " + (names.size() - SHOWN) + " more" : nearest;
    }

    /**
     * The known name that is nearest.
     *
     * @param typed a name that is not known
     * @param names the known names
     * @return the name that the fewest edits lead to, the first in alphabetical order on a tie; empty if there are none
     */
    public static Optional<String> nearest(String typed, Collection<String> names) {
        return sorted(typed, names.stream().sorted().toList()).stream().findFirst();
    }

    /** The nearest known name, if at least half of the characters are its own. */
    public static Optional<String> similar(String typed, Collection<String> names) {
        return nearest(typed, names)
                .filter(name -> 2L * distance(typed, name) <= Math.max(typed.length(), name.length()));
    }

    private static List<String> sorted(String typed, List<String> names) {
        long[] left = {MOST_PAIRS};
        // Names of about the same length first: they are the likely ones, in case there are too many.
        return names.stream()
                .sorted(Comparator.comparingInt(name -> Math.abs(name.length() - typed.length())))
                .map(name -> new Candidate(name, affordable(typed, name, left)))
                .sorted(Comparator.comparing(Candidate::name))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    private static int affordable(String typed, String name, long[] left) {
        left[0] -= (long) typed.length() * name.length();
        return left[0] < 0 ? Integer.MAX_VALUE : distance(typed, name);
    }

    /** Insertions, deletions and substitutions from one to the other (Levenshtein), regardless of case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
