package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of models and the documentation use the same terms. */
final class GlossaryTest {
    private static final Pattern TERM = Pattern.compile("<dt>(.*?)</dt>");

    @Test
    void everyTermOfThePagesIsInTheGlossaryOfTheDocumentation() throws IOException {
        Set<String> glossary = Files.readAllLines(Path.of("..", "docs", "glossary.md")).stream()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> Stream.of(line.split("\\|")[1].strip().split(", ")))
                .collect(Collectors.toSet());
        List<String> missing = TERM.matcher(Glossary.html())
                .results()
                .map(term -> term.group(1))
                .filter(term -> !glossary.contains(term))
                .toList();
        assertEquals(List.of(), missing);
    }
}
