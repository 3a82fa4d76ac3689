package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.testing.ModelText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page's script is told beside the numbers that can be edited. */
final class WhatIfFactsTest {
    private static final String LAYERS = """
            low = Dilated kernel=3 padding=1 rate=1
            high = Dilated kernel=3 padding=%s rate=2
            pool = Pool kernel=3 stride=2 padding=%s
            """;

    @Test
    void aStridedWindowOfSamePaddingMovesWithTheExtentBelow() {
        LintResult kept = result("2,2", "SAME");
        LintResult shorter = result("2,1", "SAME");
        assertNotEquals(
                kept.report().layer("pool").field().get(0).start(),
                shorter.report().layer("pool").field().get(0).start());
        assertEquals("[2]", shifting(kept));
    }

    @Test
    void oneOfStatedPaddingStaysWhereItIs() {
        assertEquals("[]", shifting(result("2,2", "1")));
    }

    @Test
    void aMapThatIsUnpooledHasTheExtentOfWhatWasPooled() {
        String layers = """
                pool = Pool kernel=2
                low = Dilated kernel=3 padding=1 rate=1
                high = Dilated kernel=3 padding=2 rate=2
                back = Unpool of=pool
                """;
        LintResult result = Lint.run(
                ModelText.model(Map.of("axes", 1L, "channels", 1L, "size", List.of(16L)), layers), LintOptions.DEFAULT);
        String facts = WhatIfFacts.of(result.network()).orElseThrow();
        assertTrue(facts.contains("[\"=,-1\"]"), facts);
    }

    private static LintResult result(String padding, String pooled) {
        Map<String, Object> input = Map.of("axes", 1L, "channels", 1L, "size", List.of(15L));
        return Lint.run(ModelText.model(input, LAYERS.formatted(padding, pooled)), LintOptions.DEFAULT);
    }

    private static String shifting(LintResult result) {
        String facts = WhatIfFacts.of(result.network()).orElseThrow();
        return facts.replaceAll("(?s).*\"shifting\":(\\[[^\\]]*\\]).*", "$1");
    }
}
