package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each promise of the page on security has its tests, and the tests that pages name exist. */
final class SecurityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyPromiseNamesItsTests() throws IOException {
        List<String> promises = Files.readString(ROOT.resolve("SECURITY.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| place "))
                .toList();
        assertTrue(promises.size() > 10, promises::toString);
        assertEquals(
                List.of(),
                promises.stream()
                        .filter(promise -> !NAMED.matcher(promise).find())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "docs/quality.md"})
    void everyTestThatIsNamedExists(String page) throws IOException {
        TreeSet<String> named = new TreeSet<>();
        Matcher test = NAMED.matcher(Files.readString(ROOT.resolve(page)));
        while (test.find()) {
            named.add(test.group(1) + "." + test.group(2));
        }
        assertTrue(named.size() > 10, named::toString);
        assertEquals(new TreeSet<>(), missing(named));
    }

    private static TreeSet<String> missing(TreeSet<String> named) throws IOException {
        TreeSet<String> missing = new TreeSet<>(named);
        for (String module : List.of("annotations", "core", "processor", "onnx", "djl", "sample-app")) {
            try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path source : sources.filter(file -> file.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = source.getFileName().toString().replace(".java", "");
                    if (missing.stream().anyMatch(test -> test.startsWith(name + "."))) {
                        String text = Files.readString(source);
                        missing.removeIf(test -> test.startsWith(name + ".")
                                && text.contains("    void " + test.substring(name.length() + 1) + "("));
                    }
                }
            }
        }
        return missing;
    }
}
