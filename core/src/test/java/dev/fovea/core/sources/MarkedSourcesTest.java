package dev.fovea.core.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.SeverityList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The marked sources of the compilers' tests, read without a compiler: whatever a marker expects is found at its place, and
 * nothing else. So a fault of the core shows in a second, and mutation tests of the core need no compiler.
 */
final class MarkedSourcesTest {
    private static final Path TESTS = Path.of("..", "processor", "src", "test", "java", "dev", "fovea", "processor");
    private static final String HDC = "-Afovea.hdc=";
    private static final String SEVERITY = "-Afovea.severity=";
    private static final List<Case> CASES = read();

    /** A source, what is expected of it, and where it stands. */
    record Case(String name, LintOptions options, String source, List<String> messages, String mending) {
        Case(String name, LintOptions options, String source, List<String> messages) {
            this(name, options, source, messages, "");
        }

        @Override
        public String toString() {
            return name;
        }

        String file() {
            return name.substring(0, name.indexOf(':'));
        }

        List<String> differences() {
            Marked marked = new Marked(source, options);
            List<String> found =
                    marked.found().stream().map(Marked.Found::message).toList();
            if (!mending.isEmpty()) {
                String first =
                        found.size() == 1 ? found.get(0).lines().findFirst().orElse("") : "";
                return first.endsWith("; " + mending) ? List.of() : List.of("found: " + found);
            }
            if (messages.isEmpty()) {
                return marked.differences();
            }
            return stripped(found).equals(stripped(messages)) ? List.of() : List.of("found: " + found);
        }
    }

    static List<String> files() {
        return CASES.stream().map(Case::file).distinct().toList();
    }

    private static List<Case> read() {
        List<Case> cases = new ArrayList<>();
        for (String folder : List.of("rule", "read")) {
            for (Path file : files(TESTS.resolve(folder))) {
                for (Calls.Call call : Calls.of(text(file))) {
                    cases(file.getFileName() + ":" + call.number(), call, cases);
                }
            }
        }
        cases.removeIf(one -> {
            try {
                new Marked(one.source(), one.options()).read();
                return false;
            } catch (UnreadException unread) {
                return true;
            }
        });
        return List.copyOf(cases);
    }

    private static void cases(String name, Calls.Call call, List<Case> cases) {
        List<String> arguments = new ArrayList<>(call.arguments());
        switch (call.method()) {
            case "expect" -> {
                if (arguments.size() == 3) {
                    mended(name, arguments, cases);
                    return;
                }
                String option = arguments.size() == 2 ? arguments.remove(0) : "";
                if (option.isEmpty() || option.startsWith(HDC) || option.startsWith(SEVERITY)) {
                    cases.add(new Case(name, options(option), arguments.get(0), List.of()));
                }
            }
            case "expectMessages" ->
                cases.add(new Case(name, options(""), arguments.get(0), arguments.subList(1, arguments.size())));
            case "check" -> {
                if (arguments.size() == 1) {
                    cases.add(new Case(name, options(""), arguments.get(0), List.of()));
                    return;
                }
                String rule = arguments.get(0);
                for (String severity : List.of("error", "warning", "note")) {
                    for (String body : arguments.subList(1, arguments.size())) {
                        cases.add(new Case(
                                name + " " + severity,
                                options("%sUnreadPixels=off,%s=%s".formatted(SEVERITY, rule, severity)),
                                "import dev.fovea.*;\n" + body.replace("SEVERITY", severity),
                                List.of()));
                    }
                }
            }
            default -> {}
        }
    }

    /** What a message proposes, blocks, and the members of the class that uses them. */
    private static void mended(String name, List<String> arguments, List<Case> cases) {
        String source = "import dev.fovea.*;\n\nclass Net {\n%s}\n\n%s".formatted(arguments.get(2), arguments.get(1));
        cases.add(new Case(name, options(""), source, List.of(), arguments.get(0)));
    }

    private static LintOptions options(String option) {
        if (option.startsWith(HDC)) {
            return new LintOptions(Map.of(), option.endsWith("exact") ? Hdc.EXACT : Hdc.STRICT);
        }
        Map<String, Optional<Severity>> severities = new HashMap<>();
        if (option.startsWith(SEVERITY)) {
            severities.putAll(SeverityList.parse(option.substring(SEVERITY.length()), "", fault -> {}));
        }
        return new LintOptions(severities, Hdc.STRICT);
    }

    /** One test for each file, since mutation tests run each by itself: starting one takes longer than a case. */
    @ParameterizedTest
    @MethodSource("files")
    void whatIsMarkedIsFoundWithoutACompiler(String file) {
        for (Case one : CASES) {
            if (one.file().equals(file)) {
                assertEquals(List.of(), one.differences(), () -> one + "\n" + one.source());
            }
        }
    }

    @Test
    void mostSourcesAreReadWithoutACompiler() {
        assertTrue(CASES.size() >= 160, "read " + CASES.size());
    }

    private static String stripped(List<String> messages) {
        return String.join("\n", messages)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
