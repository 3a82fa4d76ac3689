package dev.fovea.processor;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.SeverityList;
import dev.fovea.internal.NearestNames;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the options {@code -Afovea.…} ask for.
 *
 * @param lint how strictly models are judged
 * @param report false if no report is to be generated
 * @param verbose true if internal faults print their stack trace
 * @param logs where to write about the whole compilation, by option
 * @param baseline where the known findings are, if anywhere
 * @param html where to write pages, if anywhere
 * @param root the folder that the files named in logs and pages are relative to
 * @param source what precedes the path of a source in the links of pages, if they have any
 * @param faults what is wrong with the options
 */
public record Settings(
        LintOptions lint,
        boolean report,
        boolean verbose,
        Map<String, Path> logs,
        Optional<Path> baseline,
        Optional<Path> html,
        Path root,
        Optional<String> source,
        List<String> faults) {
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
                lint(options, faults),
                !choice(options, Options.REPORT, List.of("", "none"), faults).equals("none"),
                options.containsKey(Options.VERBOSE),
                logs(options, faults),
                path(options, Options.BASELINE, faults),
                path(options, Options.HTML, faults),
                path(options, Options.ROOT, faults).orElse(Path.of("")),
                value(options, Options.SOURCE, "").isBlank()
                        ? Optional.empty()
                        : Optional.of(value(options, Options.SOURCE, "")),
                List.copyOf(faults));
    }

    private static Map<String, Path> logs(Map<String, String> options, List<String> faults) {
        Map<String, Path> logs = new TreeMap<>();
        for (String option : List.of(Options.SARIF, Options.CODE_QUALITY, Options.NEW_BASELINE)) {
            Optional<Path> file = path(options, option, faults);
            if (file.isEmpty()) {
                continue;
            }
            String name = file.get().toString().toLowerCase(Locale.ROOT);
            if (name.endsWith(".java") || name.endsWith(".class")) {
                faults.add("option -A%s is \"%s\", which would overwrite code; name another file"
                        .formatted(option, file.get()));
            } else if (logs.values().stream().anyMatch(other -> isSame(other, file.get()))) {
                faults.add("option -A%s is \"%s\", the file of another option; name one for each"
                        .formatted(option, file.get()));
            } else {
                logs.put(option, file.get());
            }
        }
        return logs;
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static LintOptions lint(Map<String, String> options, List<String> faults) {
        Map<String, Optional<Severity>> severities =
                SeverityList.parse(value(options, Options.SEVERITY, ""), "option -A" + Options.SEVERITY, faults::add);
        boolean exact =
                choice(options, Options.HDC, List.of("strict", "exact"), faults).equals("exact");
        return new LintOptions(severities, exact ? Hdc.EXACT : Hdc.STRICT);
    }

    /** The same without generated files. */
    Settings withoutReport() {
        return new Settings(lint, false, verbose, logs, baseline, html, root, source, faults);
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
}
