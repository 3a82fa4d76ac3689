package dev.fovea.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the first line of every message keeps to: it is short before the repair, and everybody understands it. */
public final class Wording {
    private static final int MOST_BEFORE_THE_REPAIR = 199;

    private static final Pattern RULE = Pattern.compile("\\[[A-Z]\\w+] ");

    /** Names that authors may choose as long as they like count as names of this length. */
    private static final Pattern LONG_NAME = Pattern.compile("(\\S{40})\\S+");

    private static final List<Pattern> NEVER = List.of(
            Pattern.compile("\\bM2\\b|\\bM = |\\bK = "),
            Pattern.compile("residue|lattice|interleaved|own grid|rising edge|\\bunits?\\b(?! reads| does not read)"),
            Pattern.compile(
                    "(?<![\\w./-])1 (?:pixel|position|unit|cell|layer|axe|entrie|channel|input|parameter|network)s\\b"),
            Pattern.compile("\\b1 of 1\\b"),
            Pattern.compile("\\d\\?|\\?\\d|\\?x|x\\?|\\?[-+]\\d"),
            Pattern.compile("\\b(?:is|are|that|which) no(?:ne)?\\b(?! (?:such|longer|more|pixel))"),
            Pattern.compile("unknown rule all\\b"),
            Pattern.compile("@Expect.*\\(0 = unknown\\)"),
            Pattern.compile(" null\\b(?! here)"),
            Pattern.compile("[:;,] *$|  |\\s$"));

    private Wording() {}

    /** What is wrong with a message; nothing if it is no finding of a rule. */
    public static List<String> faults(String message) {
        String line = message.lines().findFirst().orElse("");
        List<String> faults = new ArrayList<>();
        if (RULE.matcher(line).lookingAt()) {
            String text = LONG_NAME.matcher(RULE.matcher(line).replaceFirst("")).replaceAll("$1");
            int before = text.split("; ", 2)[0].length();
            if (before > MOST_BEFORE_THE_REPAIR) {
                faults.add(before + " characters before the repair: " + line);
            }
            for (Pattern never : NEVER) {
                if (never.matcher(text).find()) {
                    faults.add("has " + never + ": " + line);
                }
            }
        }
        return faults;
    }

    /** Fails where a message is worded badly. */
    static void check(List<Found> findings) {
        List<String> faults =
                findings.stream().flatMap(one -> faults(one.message()).stream()).toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }
}
