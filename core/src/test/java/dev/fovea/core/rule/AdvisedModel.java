package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Advice;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.vectors.AgainstBruteForce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A model: the extents of its input, none where they are unknown, and a line for each layer. */
record AdvisedModel(List<Long> size, int axes, List<String> lines) {
    private static final LintOptions LARGE_KERNELS =
            new LintOptions(Map.of("LargeKernel", Optional.of(Severity.WARNING)), Hdc.STRICT);

    static AdvisedModel of(int axes, String size, String text) {
        return new AdvisedModel(numbers(size), axes, text.lines().toList());
    }

    private static List<Long> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }

    List<LintFinding> findings(String rule) {
        return Lint.run(model(), rule.equals("LargeKernel") ? LARGE_KERNELS : LintOptions.DEFAULT)
                .findings();
    }

    /** What a rule alone says: where, and in which words. */
    List<String> told(Rule rule) {
        ModelDeclaration model = model();
        List<Finding> findings = new ArrayList<>();
        rule.check(AnalysedNetwork.of(AgainstBruteForce.analysed(model), model, Hdc.STRICT), findings::add);
        return findings.stream()
                .map(finding -> where(finding.place()) + ": " + finding.message())
                .toList();
    }

    private static String where(Place place) {
        String name = place.site().orElseThrow().outermost().name();
        return place.attribute().isEmpty() ? name : "%s.%s[%s]".formatted(name, place.attribute(), place.entry());
    }

    private ModelDeclaration model() {
        Map<String, Object> input = Map.of("axes", (long) axes, "channels", 4L, "size", size);
        return ModelText.model(input, String.join("\n", lines));
    }

    TreeSet<String> rules(String rule) {
        return findings(rule).stream().map(LintFinding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    AdvisedModel typing(Advice advice) {
        List<Long> sizes = size;
        List<String> typed = new ArrayList<>(lines);
        int added = 0;
        for (Advice.Statement statement : advice.statements()) {
            if (statement.member().isEmpty()) {
                sizes = numbers(entries(statement.attributes().get("size")));
                continue;
            }
            int at = 0;
            while (!typed.get(at).startsWith(statement.member() + " = ")) {
                at++;
            }
            String edited = edited(typed.get(at), statement);
            if (statement.isAdded()) {
                typed.add(at, edited.replace(statement.member() + " =", "added" + added + " ="));
                added++;
            } else {
                typed.set(at, edited);
            }
        }
        return new AdvisedModel(sizes, axes, List.copyOf(typed));
    }

    private static String edited(String line, Advice.Statement statement) {
        String[] beside = line.split(" (?=[A-Z]\\w*( |$))", 0);
        List<String> parts = new ArrayList<>(List.of(beside));
        String annotation = statement.annotation();
        int part = annotation.isEmpty() ? 1 : 0;
        while (!annotation.isEmpty() && part < parts.size() && !parts.get(part).startsWith(annotation)) {
            part++;
        }
        if (part == parts.size()) {
            parts.add(annotation);
        }
        String text = parts.get(part);
        for (Map.Entry<String, String> attribute : statement.attributes().entrySet()) {
            text = text.replaceFirst(" " + attribute.getKey() + "=\\S+", "");
            if (!attribute.getValue().isEmpty()) {
                text += " " + attribute.getKey() + "=" + entries(attribute.getValue());
            }
        }
        parts.set(part, text);
        return String.join(" ", parts);
    }

    private static String entries(String typed) {
        return typed.replaceAll("[{}\" ]", "");
    }

    private static String written(Advice advice) {
        return advice.statements().stream().map(AdvisedModel::written).collect(Collectors.joining("; "));
    }

    private static String written(Advice.Statement statement) {
        String attributes = new TreeMap<>(statement.attributes())
                .entrySet().stream()
                        .map(one -> " " + one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining());
        String where = statement.member().isEmpty() ? statement.annotation() : statement.member();
        String annotation =
                statement.member().isEmpty() || statement.annotation().isEmpty() ? "" : " " + statement.annotation();
        return (statement.isAdded() ? "+" : "") + where + annotation + attributes;
    }

    /** Compares what a rule says of the model, and tells to write, and types that. */
    void check(String rule, String message, String... advice) {
        List<LintFinding> found =
                findings(rule).stream().filter(one -> one.rule().equals(rule)).toList();
        assertEquals(1, found.size(), found::toString);
        assertEquals(message, found.get(0).message().lines().findFirst().orElseThrow());
        List<Advice> advised = found.get(0).finding().advice();
        assertEquals(
                List.of(advice), advised.stream().map(AdvisedModel::written).toList());
        for (Advice one : advised) {
            AdvisedModel typed = typing(one);
            TreeSet<String> rest = typed.rules(rule);
            assertTrue(!rest.contains(rule) && rules(rule).containsAll(rest), () -> typed.lines() + ": " + rest);
        }
    }

    /** The rule has nothing to say. */
    void checkSilent(String rule) {
        assertTrue(!rules(rule).contains(rule), () -> findings(rule).toString());
    }
}
