package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.network.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference page has every annotation with all attributes, types and defaults, as the sources declare them. */
final class AnnotationsPageTest {
    private static final Path SOURCES = Path.of("../annotations/src/main/java/dev/fovea");
    private static final String PAGE = text(Path.of("../docs/annotations.md"));
    private static final Pattern LIST = Pattern.compile("(?s)@interface List \\{.*?\\n    \\}");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?m)^    ([\\w<>?\\[\\]]+) (\\w+)\\(\\)(?: default (.+))?;$");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z]\\w*)` \\| `([\\w<>?\\[\\]]+)` \\| (?:`(.*?)`|required) \\| .+ \\|$");

    /** All that users type; the record of a block's order is written by the processor alone. */
    static List<String> annotations() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains("public @interface"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("LayerOrder"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void annotationsPageListsTheAttributes(String annotation) {
        String source =
                LIST.matcher(text(SOURCES.resolve(annotation + ".java"))).replaceAll("");
        assertEquals(rows(ATTRIBUTE, source, 2, 1), rows(ROW, section(annotation), 1, 2));
    }

    /** However an attribute is laid out in the source. */
    @ParameterizedTest
    @MethodSource("annotations")
    void annotationsPageOverlooksNoAttribute(String annotation) throws ClassNotFoundException {
        List<String> declared = Stream.of(
                        Class.forName("dev.fovea." + annotation).getDeclaredMethods())
                .map(Method::getName)
                .sorted()
                .toList();
        List<String> listed = ROW.matcher(section(annotation))
                .results()
                .map(row -> row.group(1))
                .sorted()
                .toList();
        assertEquals(declared, listed);
    }

    static List<String> layers() {
        return Stream.of(Operation.values())
                .filter(operation -> operation.isAnnotation() && operation.isLayer())
                .map(Operation::label)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void annotationsPageSaysOfEveryLayerWhatItReadsAndCostsAndWhatItIsCalledElsewhere(String annotation) {
        String section = section(annotation);
        assertTrue(section.contains("```text\n") || section.contains("\nReads: "), annotation);
        assertTrue(section.contains("\nCosts: "), annotation);
        assertTrue(
                Pattern.compile(
                                "\\| Deep Java Library \\| DL4J \\| PyTorch \\| ONNX \\|\n[|-]+\n(\\| [^|\n]+ ){4}\\|\n")
                        .matcher(section)
                        .find(),
                annotation);
    }

    @Test
    void annotationsPageHasNoOtherSections() throws IOException {
        List<String> sections = Pattern.compile("(?m)^### @(\\w+)$")
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
        assertEquals(annotations(), sections);
    }

    @ParameterizedTest
    @MethodSource("annotations")
    void annotationsPageShowsAnExample(String annotation) {
        assertTrue(section(annotation).contains("```java\n@" + annotation), annotation);
    }

    private static List<String> rows(Pattern pattern, String text, int name, int type) {
        return pattern.matcher(text)
                .results()
                .map(row -> "%s %s = %s".formatted(row.group(type), row.group(name), row.group(3)))
                .toList();
    }

    private static String section(String annotation) {
        Matcher section = Pattern.compile("(?ms)^### @" + annotation + "$(.*?)(?=^##|\\z)")
                .matcher(PAGE);
        assertTrue(section.find(), annotation);
        return section.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
