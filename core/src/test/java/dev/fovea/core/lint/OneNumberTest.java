package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.finding.Structural;
import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class OneNumberTest {
    private static final Pattern NAMED = Pattern.compile("(\\w+) = (\\S+) at (\\w+) \\(now \\S+\\)");
    private static final String FOUR = """
            stem = Conv kernel=3 padding=1 out=4
            a = Conv kernel=3 padding=%s out=4
            b = Conv kernel=3 padding=%s out=4
            c = Conv kernel=3 padding=%s out=4
            sum = Add from=stem,c
            """;

    private static ModelDeclaration model(String text) {
        return ModelText.model(Map.of("axes", 1L, "channels", 4L, "size", List.of(64L)), text);
    }

    private static List<String> unable(ModelDeclaration model) {
        return Lint.run(model, LintOptions.DEFAULT).findings().stream()
                .filter(found -> Structural.isStructural(found.finding()))
                .map(LintFinding::message)
                .toList();
    }

    @Test
    void aNumberThatDiffersFromThoseOfItsSiblingsIsNamedFirst() {
        List<String> lines =
                unable(model(FOUR.formatted(1, 2, 1))).get(0).lines().toList();
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(
                lines.get(1).startsWith("the network runs with one number changed by one: padding = 1 at b (now 2)"),
                lines.get(1));
    }

    @Test
    void aBlockNamesItsOwn() {
        ModelDeclaration model = model(FOUR.formatted(1, 2, 1));
        ModelDeclaration block =
                ModelDeclaration.of(new BlockDeclaration("test.Block", true, 1L, model.layers(), List.of()));
        assertTrue(unable(block).get(0).contains("padding = 1 at b (now 2)"));
    }

    @Test
    void nothingIsNamedWhereNoSingleNumberMendsAll() {
        List<String> messages = unable(model(FOUR.formatted(30, 30, 30)));
        assertEquals(1, messages.get(0).lines().count(), messages::toString);
    }

    @Tag("random")
    @Test
    void whatIsNamedRunsOnceTypedIn() {
        Random random = new Random(5);
        int typed = 0;
        for (int i = 0; i < Seeds.times(40); i++) {
            String text = FOUR.formatted(random.nextInt(3), random.nextInt(3), random.nextInt(3));
            ModelDeclaration model = model(text);
            for (String message : unable(model)) {
                for (MatchResult named : NAMED.matcher(message).results().toList()) {
                    Edit edit = new Edit(named.group(3), named.group(1), named.group(2));
                    assertEquals(List.of(), unable(edit.in(model)), message);
                    typed++;
                }
            }
        }
        assertTrue(typed > 10, "" + typed);
    }
}
