package dev.fovea.core.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.network.Layer;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What messages propose is typed in: after one edit the finding is gone, no new one has come, and extents are as before.
 * {@code -Dfovea.seeds=10} types those of ten times as many random models.
 */
@Tag("random")
final class ProposalsTest {
    private static final int MODELS = Seeds.times(1000);

    @Test
    void proposalsOfRandomModelsWorkAsTyped() {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> typed = new HashMap<>();
        for (int seed = 0; seed < MODELS; seed++) {
            ModelDeclaration model = RandomModels.model(seed);
            LintResult before = Lint.run(model, LintOptions.DEFAULT);
            Set<Object> done = new HashSet<>();
            for (LintFinding finding : before.findings()) {
                if (done.add(finding.identity())) {
                    checkLength(finding, faults);
                    Advice.declared(finding, model).ifPresent(declared -> {
                        typed.merge("declared", 1, Integer::sum);
                        check(before, finding, Lint.run(declared, LintOptions.DEFAULT), faults);
                    });
                    List<Edit> edits = Advice.of(finding, before);
                    if (!edits.isEmpty()) {
                        typed.merge(finding.rule(), 1, Integer::sum);
                        ModelDeclaration edited = model;
                        for (Edit edit : edits) {
                            edited = edit.in(edited);
                        }
                        LintResult after = Lint.run(edited, LintOptions.DEFAULT);
                        check(before, finding, after, faults);
                        FieldClaims.check(finding, before, after, faults);
                    }
                }
            }
        }
        assertEquals(List.of(), faults, () -> faults.size() + " of " + typed + " proposals: " + faults);
        for (String rule :
                List.of("DilationCommonDivisor", "DilationGap", "UnreadPixels", "SkippedInput", "declared")) {
            assertTrue(typed.containsKey(rule), typed::toString);
        }
    }

    /** What is wrong fits into the tooltip of an IDE; what to write instead may be longer. */
    private static void checkLength(LintFinding finding, List<String> faults) {
        String wrong = finding.message().lines().findFirst().orElse("").split("; (?:write|use|declare) ")[0];
        if (wrong.length() >= 200) {
            faults.add(wrong.length() + " characters: " + wrong);
        }
    }

    private static void check(LintResult before, LintFinding finding, LintResult after, List<String> faults) {
        Set<String> allowed = keys(before);
        Set<String> left = keys(after);
        String context = "%s: %s %s"
                .formatted(
                        before.model().model(),
                        finding.rule(),
                        finding.message().lines().findFirst().orElse(""));
        if (left.contains(key(finding))) {
            faults.add(context + " is still there");
        }
        left.removeAll(allowed);
        left.removeIf(key -> isTold(key, before));
        if (!finding.rule().equals("UnreadPixels")) {
            // Silent on layers whose stack is reported, and on positions that no layer reads.
            left.removeIf(key -> key.startsWith("UnreadPixels"));
        }
        if (!left.isEmpty()) {
            faults.add(context + " brings " + left);
        }
        if (!extents(before).equals(extents(after))) {
            faults.add(context + " changes extents");
        }
    }

    /** True if a finding before names it as one of the same cause. */
    private static boolean isTold(String key, LintResult before) {
        String rule = key.substring(0, key.indexOf(' '));
        return before.findings().stream()
                .map(found -> found.message().lines().findFirst().orElse(""))
                .anyMatch(first -> first.contains("(from the same cause: ") && first.contains(rule + " at "));
    }

    private static Set<String> keys(LintResult result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(ProposalsTest::key)
                .collect(Collectors.toSet());
    }

    /** The stack rules are one: a repair must not turn one into another. */
    private static String key(LintFinding finding) {
        String rule =
                Set.of("DilationCommonDivisor", "DilationGap", "CoverageHole").contains(finding.rule())
                        ? "stack"
                        : finding.rule();
        return rule
                + " at "
                + finding.location().block().map(block -> block.name() + ".").orElse("")
                + finding.location().member().map(member -> member.name()).orElse("")
                + "." + finding.location().place().attribute();
    }

    private static Map<String, Object> extents(LintResult result) {
        Map<String, Object> extents = new LinkedHashMap<>();
        for (Layer layer : result.network().network().layers()) {
            extents.put(layer.name(), layer.shape().extents());
        }
        return extents;
    }
}
