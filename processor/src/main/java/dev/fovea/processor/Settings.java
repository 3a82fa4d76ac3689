package dev.fovea.processor;

import dev.fovea.Hdc;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.rule.Rule;
import dev.fovea.core.rule.Rules;
import dev.fovea.core.rule.Severities;
import dev.fovea.report.NearestNames;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the options {@code -Afovea.…} ask for.
 *
 * @param severities overridden severities by rule; empty = off
 * @param hdc strictness where a model states none
 * @param report false if no report is to be generated
 * @param verbose true if internal faults print their stack trace
 * @param sarif where to write a SARIF log, if anywhere
 * @param codeQuality where to write a GitLab Code Quality report, if anywhere
 * @param html where to write pages, if anywhere
 * @param root the folder that the files named in logs and pages are relative to
 * @param faults what is wrong with the options
 */
public record Settings(
        Map<String, Optional<Severity>> severities,
        Hdc hdc,
        boolean report,
        boolean verbose,
        Optional<Path> sarif,
        Optional<Path> codeQuality,
        Optional<Path> html,
        Path root,
        List<String> faults)
        implements Severities {
    private static final String PREFIX = "fovea.";

    /** Reads the options of a compilation; those of other processors are passed over. */
    static Settings of(Map<String, String> options) {
        List<String> faults = new ArrayList<>();
        for (String key : new TreeSet<>(options.keySet())) {
            if (key.startsWith(PREFIX) && !FoveaProcessor.OPTIONS.contains(key)) {
                faults.add("unknown option -A%s; the nearest is -A%s"
                        .formatted(
                                key,
                                NearestNames.nearest(key, FoveaProcessor.OPTIONS)
                                        .orElseThrow()));
            }
        }
        return new Settings(
                severities(value(options, "fovea.severity", ""), faults),
                choice(options, "fovea.hdc", List.of("strict", "exact"), faults).equals("exact")
                        ? Hdc.EXACT
                        : Hdc.STRICT,
                !choice(options, "fovea.report", List.of("", "none"), faults).equals("none"),
                options.containsKey("fovea.verbose"),
                path(options, "fovea.sarif", faults),
                path(options, "fovea.codequality", faults),
                path(options, "fovea.html", faults),
                path(options, "fovea.root", faults).orElse(Path.of("")),
                List.copyOf(faults));
    }

    /** The same without generated files. */
    Settings withoutReport() {
        return new Settings(severities, hdc, false, verbose, sarif, codeQuality, html, root, faults);
    }

    /** The rules that judge an analysed network. */
    List<Rule> rules() {
        if (severities.isEmpty()) {
            return Rules.ON;
        }
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            if (severity(rule.info(), Severity.WARNING).isPresent()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    @Override
    public Optional<Severity> severity(RuleInfo rule, Severity proposed) {
        Optional<Severity> otherwise = rule.severity().isPresent() ? Optional.of(proposed) : Optional.empty();
        return severities.getOrDefault(rule.name(), otherwise);
    }

    /** The value of an option; compilers give null for one that is written without a value. */
    private static String value(Map<String, String> options, String key, String otherwise) {
        return options.containsKey(key) ? Objects.requireNonNullElse(options.get(key), "") : otherwise;
    }

    private static Optional<Path> path(Map<String, String> options, String key, List<String> faults) {
        if (!options.containsKey(key)) {
            return Optional.empty();
        }
        String value = value(options, key, "");
        try {
            if (!value.isBlank()) {
                return Optional.of(Path.of(value));
            }
        } catch (InvalidPathException notOne) {
            // Reported like one that is empty.
        }
        faults.add("option -A%s is \"%s\"; it takes a path".formatted(key, value));
        return Optional.empty();
    }

    private static String choice(Map<String, String> options, String key, List<String> allowed, List<String> faults) {
        String value = value(options, key, allowed.get(0));
        if (allowed.contains(value)) {
            return value;
        }
        faults.add("option -A%s is \"%s\"; it takes %s"
                .formatted(
                        key,
                        value,
                        String.join(
                                " or ",
                                allowed.stream().filter(text -> !text.isEmpty()).toList())));
        return allowed.get(0);
    }

    private static Map<String, Optional<Severity>> severities(String text, List<String> faults) {
        if (text.isBlank()) {
            return Map.of();
        }
        Map<String, Optional<Severity>> result = new HashMap<>();
        Map<String, RuleInfo> rules = new HashMap<>();
        Rules.infos().forEach(rule -> rules.put(rule.name(), rule));
        for (String entry : Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList()) {
            String[] parts = entry.split("=", 2);
            Optional<Optional<Severity>> severity = parts.length == 2 ? parse(parts[1]) : Optional.empty();
            if (severity.isEmpty()) {
                faults.add(
                        "option -Afovea.severity has \"%s\"; write Rule=off, note, warning or error".formatted(entry));
            } else if (parts[0].equals("all")) {
                rules.values().stream()
                        .filter(rule -> !rule.structural())
                        .forEach(rule -> result.putIfAbsent(rule.name(), severity.get()));
            } else if (!rules.containsKey(parts[0])) {
                faults.add("option -Afovea.severity names the unknown rule %s; the nearest is %s"
                        .formatted(
                                parts[0],
                                NearestNames.nearest(parts[0], rules.keySet()).orElseThrow()));
            } else if (rules.get(parts[0]).structural()) {
                faults.add("option -Afovea.severity names %s, which is always an error: the network could not run"
                        .formatted(parts[0]));
            } else {
                result.put(parts[0], severity.get());
            }
        }
        return result;
    }

    private static Optional<Optional<Severity>> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "off" -> Optional.of(Optional.empty());
            case "note", "warning", "error" ->
                Optional.of(Optional.of(Severity.valueOf(text.toUpperCase(Locale.ROOT))));
            default -> Optional.empty();
        };
    }
}
