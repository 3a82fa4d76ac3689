package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Edit;
import dev.fovea.core.testing.ModelText;
import dev.fovea.core.testing.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DistantNumberTest {
    private static final Pattern NAMED = Pattern.compile("(\\w+) = (\\S+) at (\\w+) \\(now \\S+\\)");
    private static final String NOT_SO = "not so with one number changed by one: ";
    private static final String CHAIN = """
            a = Conv kernel=3 stride=%s padding=1 out=4
            b = Conv kernel=3 stride=%s padding=1 out=4
            c = Conv kernel=3 stride=%s padding=1 out=4
            d = Dilated kernel=3 rate=%s padding=%s out=4
            e = Dilated kernel=3 rate=%s padding=%s out=4
            last = GlobalPool
            """;

    private static ModelDeclaration chain(int first, int second, int third, int rate, int other) {
        return model(CHAIN.formatted(first, second, third, rate, rate, other, other));
    }

    private static ModelDeclaration model(String text) {
        return ModelText.model(Map.of("axes", 1L, "channels", 4L, "size", List.of(96L)), text);
    }

    private static List<String> messages(ModelDeclaration model, String rule) {
        return Lint.run(model, LintOptions.DEFAULT).findings().stream()
                .filter(found -> found.rule().equals(rule))
                .map(LintFinding::message)
                .toList();
    }

    private static List<String> named(String message) {
        return message.lines().filter(line -> line.startsWith(NOT_SO)).toList();
    }

    @Test
    void theStrideIsNamedThatMakesAMapTooSmallFarAboveIt() {
        List<String> messages = messages(chain(2, 3, 1, 1, 16), "DegenerateDilation");
        assertEquals(1, messages.size(), messages::toString);
        assertEquals(List.of(NOT_SO + "stride = 1 at a (now 2); or stride = 2 at b (now 3)"), named(messages.get(0)));
    }

    @Test
    void theNumberThatDiffersFromThoseOfItsSiblingsIsNamedAlone() {
        List<String> messages = messages(chain(2, 1, 1, 1, 48), "DegenerateDilation");
        assertEquals(1, messages.size(), messages::toString);
        assertEquals(List.of(NOT_SO + "stride = 1 at a (now 2)"), named(messages.get(0)));
    }

    @Test
    void nothingIsNamedWhereARateIsWrongByItself() {
        List<String> messages = messages(chain(1, 1, 1, 1, 200), "DegenerateDilation");
        assertEquals(1, messages.size(), messages::toString);
        assertEquals(List.of(), named(messages.get(0)));
    }

    @Test
    void windowsThatOneStrideMakesTooWideAreOneFinding() {
        String text = """
                a = Conv kernel=3 stride=2 padding=1 out=4
                b = Conv kernel=3 stride=3 padding=1 out=4
                d = Dilated kernel=3 rate=17 padding=17 out=4 from=b
                e = Dilated kernel=3 rate=16 padding=16 out=4 from=b
                both = Add from=d,e
                last = GlobalPool
                """;
        List<String> messages = messages(model(text), "DegenerateDilation");
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).lines().findFirst().orElseThrow().endsWith("(from the same cause: e)"));
        assertEquals(1, named(messages.get(0)).size(), messages::toString);
    }

    /** Of the outputs it is not known which are global while one of them has no layer. */
    @Test
    void nothingIsUnproductiveWhereAnOutputCannotBeComputed() {
        String text = """
                a = Conv kernel=99 padding=49 out=4
                b = Conv kernel=3 padding=1 out=4
                last = Conv kernel=%s padding=1 out=4
                """;
        assertEquals(1, messages(model(text.formatted(3)), "UnproductiveLayer").size());
        assertEquals(0, messages(model(text.formatted(0)), "UnproductiveLayer").size());
    }

    @Tag("random")
    @Test
    void whatIsNamedMendsOnceTypedInAndBringsNothing() {
        Random random = new Random(3);
        int typed = 0;
        for (int i = 0; i < Seeds.times(60); i++) {
            ModelDeclaration model = chain(
                    1 + random.nextInt(3),
                    1 + random.nextInt(3),
                    1 + random.nextInt(3),
                    1 + random.nextInt(20),
                    1 + random.nextInt(40));
            List<LintFinding> before = Lint.run(model, LintOptions.DEFAULT).findings();
            for (LintFinding found : before) {
                for (MatchResult named : named(found.message()).stream()
                        .flatMap(line -> NAMED.matcher(line).results())
                        .toList()) {
                    Edit edit = new Edit(named.group(3), named.group(1), named.group(2));
                    Set<String> after = rulesAndPlaces(
                            Lint.run(edit.in(model), LintOptions.DEFAULT).findings());
                    assertTrue(!after.contains(key(found)), () -> found.message() + after);
                    assertTrue(covers(before, after), () -> found.message() + after);
                    typed++;
                }
            }
        }
        assertTrue(typed > 10, "" + typed);
    }

    private static Set<String> rulesAndPlaces(List<LintFinding> findings) {
        return findings.stream().map(DistantNumberTest::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** What was told with another finding is there too. */
    private static boolean covers(List<LintFinding> before, Set<String> after) {
        Set<String> known = rulesAndPlaces(before);
        String told = before.stream().map(LintFinding::message).collect(Collectors.joining());
        return after.stream()
                .allMatch(key -> known.contains(key) || told.contains("(from the same cause: ") && told.contains(key));
    }

    private static String key(LintFinding found) {
        return found.rule() + " at "
                + found.finding()
                        .place()
                        .site()
                        .map(site -> site.outermost().name())
                        .orElse("");
    }
}
