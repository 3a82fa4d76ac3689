package dev.fovea.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of the known names a mistyped one may have meant. */
final class NearestNames {
    private static final int SHOWN = 5;

    private NearestNames() {}

    /** All names, the nearest first, or the nearest few and the number of the others. */
    static String of(String typed, List<String> names) {
        if (names.isEmpty()) {
            return "no layers";
        }
        String nearest = names.stream()
                .map(name -> new Candidate(name, distance(typed, name)))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(SHOWN)
                .map(Candidate::name)
                .collect(Collectors.joining(", "));
        return names.size() > SHOWN ? nearest + " and " + (names.size() - SHOWN) + " more" : nearest;
    }

    private record Candidate(String name, int distance) {}

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
