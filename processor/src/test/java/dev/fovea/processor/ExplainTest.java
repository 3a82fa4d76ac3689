package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.lint.Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code java -jar} of the processor prints about rules. */
final class ExplainTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private boolean print(String... rules) {
        return Explain.print(List.of(rules), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void explainPrintsThePageOfARule() throws IOException {
        assertTrue(print("DilationGap"));
        assertEquals(
                Files.readString(Path.of("..", "docs", "rules", "DilationGap.md"))
                        .strip(),
                printed().strip());
    }

    @Test
    void explainListsAllRulesWithoutAName() {
        assertTrue(print());
        for (RuleInfo rule : Rules.infos()) {
            assertTrue(printed().contains("[" + rule.name() + "]"), rule::name);
        }
    }

    @Test
    void explainListsAllRulesForAWrongName() {
        assertFalse(print("DilatonGap"));
        assertTrue(printed().startsWith("There is no rule DilatonGap."), printed());
        assertTrue(printed().contains("[DilationGap]"), printed());
    }
}
