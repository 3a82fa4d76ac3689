package dev.fovea.core.lint;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.internal.NearestNames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads severities as they are written in options: {@code all=warning, DilationGap=error, OffCentre=off}. */
public final class SeverityList {
    private final String option;
    private final Consumer<String> faults;
    private final Map<String, RuleInfo> rules = new HashMap<>();
    private final Map<String, Optional<Severity>> severities = new HashMap<>();

    private SeverityList(String option, Consumer<String> faults) {
        this.option = option;
        this.faults = faults;
        Rules.infos().forEach(rule -> rules.put(rule.name(), rule));
    }

    /**
     * The severities by rule; empty = off.
     *
     * @param option what the text was written for, as faults name it
     * @param faults takes what is wrong with the text
     */
    public static Map<String, Optional<Severity>> parse(String text, String option, Consumer<String> faults) {
        if (text.isBlank()) {
            return Map.of();
        }
        SeverityList list = new SeverityList(option, faults);
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(list::read);
        return list.severities;
    }

    private void read(String entry) {
        String[] parts = entry.split("=", 2);
        Optional<Optional<Severity>> severity = parts.length == 2 ? severity(parts[1]) : Optional.empty();
        if (severity.isEmpty()) {
            faults.accept("%s has \"%s\"; write Rule=off, note, warning or error".formatted(option, entry));
        } else if (parts[0].equals("all")) {
            rules.values().stream()
                    .filter(rule -> !rule.structural())
                    .forEach(rule -> severities.putIfAbsent(rule.name(), severity.get()));
        } else if (!rules.containsKey(parts[0])) {
            faults.accept("%s names the unknown rule %s; %s"
                    .formatted(
                            option,
                            parts[0],
                            NearestNames.similar(parts[0], rules.keySet())
                                    .map(similar -> "the nearest is " + similar)
                                    .orElse("findings begin with the name of their rule")));
        } else if (rules.get(parts[0]).structural()) {
            faults.accept(
                    "%s names %s, which is always an error: the network could not run".formatted(option, parts[0]));
        } else {
            severities.put(parts[0], severity.get());
        }
    }

    private static Optional<Optional<Severity>> severity(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "off" -> Optional.of(Optional.empty());
            case "note", "warning", "error" ->
                Optional.of(Optional.of(Severity.valueOf(text.toUpperCase(Locale.ROOT))));
            default -> Optional.empty();
        };
    }
}
