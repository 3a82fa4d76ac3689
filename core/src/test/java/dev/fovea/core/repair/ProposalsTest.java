package dev.fovea.core.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                    TypedProposal proposal = new TypedProposal(finding, before, faults);
                    proposal.typeIn().forEach(kind -> typed.merge(kind, 1, Integer::sum));
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
}
