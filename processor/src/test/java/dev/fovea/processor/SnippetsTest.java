package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages' snippets of builds and of Java are in the projects that Maven, Gradle and Bazel build. */
final class SnippetsTest {
    private static final Pattern SNIPPET = Pattern.compile(
            "(?s)<!-- ((?:processor|maven-plugin)/src/[\\w/-]+): (\\S*(?:\\.xml|\\.java|\\.gradle|BUILD)) -->\\n *```\\w+\\n(.*?) *```\\n");

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^( *<!-- (?:processor|maven-plugin)/.*? -->\\n)? *```\\w*\\n(.*?)^ *```$");

    /** Commands and options, which CommandsTest reads. */
    private static final Pattern COMMANDS = Pattern.compile("(?m)(?:^ *(?:mvn|\\.ci/|bash|-Afovea\\.|-D).*\\n)+");

    /** What Maven replaces before a project is built. */
    private static final Pattern PROPERTY = Pattern.compile("@([\\w.-]+)@");

    /** Pages whose blocks other tests compare, and which. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("docs/annotations.md", "AnnotationsPageTest"),
            Map.entry("docs/builder-code.md", "BuilderCodePageTest"),
            Map.entry("docs/djl.md", "DocumentationTest; its dependency: CommandsTest"),
            Map.entry("docs/hdc.md", "HdcPageTest"),
            Map.entry("docs/questions.md", "DocsTest"),
            Map.entry("docs/receptive-fields.md", "DocsTest"),
            Map.entry("docs/report.md", "ReportPageTest"),
            Map.entry("docs/tiles.md", "FeedingTest"));

    /** Blocks that no marker precedes: in which page, how many, and what compares them. */
    private static final Map<String, Integer> OTHERS = Map.of(
            // Builder code: BuilderCodePageTest; what the sample prints: StoryTest.
            "README.md",
            3,
            // The services' own files, whose paths the test below compares.
            "docs/ci.md",
            2,
            // The plugin's projects compare output, constants and class.
            "docs/models.md",
            3);

    static List<Path> pages() throws IOException {
        return Pages.all().stream()
                .filter(page -> SNIPPET.matcher(Pages.text(page)).find())
                .toList();
    }

    /** A new block needs a project, a test or a command that shows that it is right. */
    @Test
    void noBlockIsUntested() throws IOException {
        Map<String, Integer> untested = new TreeMap<>();
        for (Path page : Pages.all()) {
            String name = Pages.ROOT.relativize(page).toString().replace('\\', '/');
            int blocks = 0;
            Matcher block = BLOCK.matcher(Pages.text(page));
            while (block.find()) {
                blocks += block.group(1) == null
                                && !COMMANDS.matcher(block.group(2)).matches()
                        ? 1
                        : 0;
            }
            if (blocks > 0 && !ELSEWHERE.containsKey(name) && !name.startsWith("docs/rules/")) {
                untested.put(name, blocks);
            }
        }
        assertEquals(new TreeMap<>(OTHERS), untested);
    }

    @Test
    void theFilesThatServicesReadAreThoseOfTheOptions() {
        String page = Pages.text(Pages.ROOT.resolve("docs/ci.md"));
        for (String file : List.of("fovea.sarif", "fovea-codequality.json")) {
            assertTrue(page.contains("${project.build.directory}/" + file + "</arg>"), file);
            assertTrue(page.contains("target/" + file), file);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetOfTheDocsIsTested(Path page) {
        SNIPPET.matcher(Pages.text(page)).results().forEach(snippet -> {
            String project = unindented(
                    filtered(Pages.text(Pages.ROOT.resolve(snippet.group(1)).resolve(snippet.group(2)))));
            assertTrue(project.contains(unindented(snippet.group(3))), snippet::group);
        });
    }

    private static String filtered(String text) {
        String pom = Pages.text(Pages.ROOT.resolve("pom.xml"));
        return PROPERTY.matcher(text).replaceAll(property -> Matcher.quoteReplacement(value(pom, property)));
    }

    private static String value(String pom, MatchResult property) {
        String tag = property.group(1).replace("project.", "");
        Matcher element = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">").matcher(pom);
        assertTrue(element.find(), property::group);
        return element.group(1);
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
