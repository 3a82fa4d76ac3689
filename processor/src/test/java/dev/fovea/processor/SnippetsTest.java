package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages' snippets of builds and of Java are in the projects that Maven, Gradle and Bazel build. */
final class SnippetsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SNIPPET = Pattern.compile(
            "(?s)<!-- (processor/src/[\\w/-]+): (\\S*(?:\\.xml|\\.java|\\.gradle|BUILD)) -->\\n```\\w+\\n(.*?)```\\n");

    /** What Maven replaces before a project is built. */
    private static final Pattern PROPERTY = Pattern.compile("@([\\w.-]+)@");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs.filter(page -> page.toString()
                            .endsWith(".md")))
                    .filter(page -> SNIPPET.matcher(text(page)).find())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetOfTheDocsIsTested(Path page) {
        SNIPPET.matcher(text(page)).results().forEach(snippet -> {
            String project =
                    unindented(filtered(text(ROOT.resolve(snippet.group(1)).resolve(snippet.group(2)))));
            assertTrue(project.contains(unindented(snippet.group(3))), snippet::group);
        });
    }

    private static String filtered(String text) {
        String pom = text(ROOT.resolve("pom.xml"));
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

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
