package dev.fovea.core.report;

import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Reported;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The known findings of a code base: they are accepted, new ones are not. Each has one line, sorted, so that changes to
 * the file can be reviewed: the fingerprint that logs have too, the rule, and the member.
 *
 * <p>A finding that keeps a network from running cannot be accepted in this way.
 */
public final class Baseline {
    private static final String HEAD =
            "# Findings that Fovea accepts, since they are known: fingerprint, rule, class or member.\n"
                    + "# Written by -Afovea.newbaseline, read by -Afovea.baseline.\n";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{32}) (\\w+) (\\S.*)");

    private final String name;
    private final Map<String, Known> known;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<Identity, Boolean> judged = new HashMap<>();
    private final Set<String> found = new HashSet<>();

    private record Known(String rule, String anchor) {}

    private Baseline(String name, Map<String, Known> known) {
        this.name = name;
        this.known = known;
    }

    /**
     * Reads a baseline.
     *
     * @param name how reasons name the file
     * @throws IllegalArgumentException if a line cannot be part of a baseline; the message says which
     */
    public static Baseline read(String text, String name) {
        Map<String, Known> known = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher parts = LINE.matcher(line.strip());
            if (parts.matches()) {
                known.put(parts.group(1), new Known(parts.group(2), parts.group(3)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException(
                        "line %s is not a fingerprint, a rule and a member".formatted(number));
            }
        }
        return new Baseline(name, known);
    }

    /** The text of a baseline of all that nobody accepts in the sources. */
    public static String write(FindingLog log) {
        Fingerprints fingerprints = new Fingerprints();
        List<String> lines = new ArrayList<>();
        for (Reported finding : log.sorted()) {
            String fingerprint = fingerprints.next(finding);
            if (!finding.isStructural()
                    && (finding.isKnown() || finding.accepted().isEmpty())) {
                lines.add("%s %s %s\n".formatted(fingerprint, finding.rule(), finding.anchor()));
            }
        }
        lines.sort((one, other) -> place(one).compareTo(place(other)));
        return HEAD + String.join("", lines);
    }

    /** Member first, then rule, then fingerprint. */
    private static String place(String line) {
        String[] parts = line.strip().split(" ", 3);
        return parts[2] + " " + parts[1] + " " + parts[0];
    }

    /** The finding, accepted if it is known; the same defect is judged once, however many models have it. */
    public Reported judge(Reported finding) {
        boolean isKnown = judged.computeIfAbsent(finding.identity(), unused -> isKnown(finding));
        return isKnown && finding.accepted().isEmpty() && !finding.isStructural()
                ? finding.known("known: it is in " + name)
                : finding;
    }

    private boolean isKnown(Reported finding) {
        String fingerprint = fingerprints.next(finding);
        found.add(fingerprint);
        return known.containsKey(fingerprint);
    }

    /**
     * What is in the baseline and was not found, {@code DilationGap at com.acme.Net.c}.
     *
     * @param classes those that were judged; nothing is said of others, which an incremental compilation leaves out
     */
    public List<String> gone(Set<String> classes) {
        List<String> gone = new ArrayList<>();
        known.forEach((fingerprint, one) -> {
            String owner = one.anchor().substring(0, Math.max(0, one.anchor().lastIndexOf('.')));
            if (!found.contains(fingerprint) && (classes.contains(one.anchor()) || classes.contains(owner))) {
                gone.add(one.rule() + " at " + one.anchor());
            }
        });
        return gone;
    }
}
