package dev.fovea.processor.rule;

import dev.fovea.core.finding.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/rules}: fenced {@code java} blocks are examples, and a block without a language is the message
 * that the example above it gives.
 *
 * @param lines all of them
 */
record RulePage(List<String> lines) {
    static final Path FOLDER = Path.of("..", "docs", "rules");

    private static final String FENCE = "```";
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern SEVERITY_OPTION = Pattern.compile("`-Afovea\\.severity=(\\w+)=(\\w+)`");

    /**
     * A class to compile.
     *
     * @param message the whole message of its only finding; empty if it has none
     */
    record Example(String code, String message) {}

    static RulePage of(RuleInfo rule) throws IOException {
        return new RulePage(Files.readAllLines(FOLDER.resolve(rule.name() + ".md")));
    }

    /** The examples, in order. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                String block = String.join("\n", lines.subList(i + 1, end));
                if (line.equals(FENCE)) {
                    Example last = examples.remove(examples.size() - 1);
                    examples.add(new Example(last.code(), block));
                } else if (line.equals(FENCE + "java")) {
                    examples.add(new Example(block, ""));
                }
                i = end;
            }
        }
        return examples;
    }

    /** The last example with a message: the first may show a fault that the network could not run with. */
    Example lastFailing() {
        List<Example> failing = examples().stream()
                .filter(example -> !example.message().isEmpty())
                .toList();
        return failing.get(failing.size() - 1);
    }

    /** The severity that the page gives its rule by an option. */
    Optional<String> severityOption(String rule) {
        return SEVERITY_OPTION
                .matcher(text())
                .results()
                .filter(option -> option.group(1).equals(rule))
                .map(option -> option.group(2))
                .findFirst();
    }

    /** The headings of its sections, in order. */
    List<String> sections() {
        return lines.stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    /** Targets of the links, without the part after {@code #}. */
    List<String> links() {
        return LINK.matcher(text())
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    private String text() {
        return String.join("\n", lines);
    }
}
