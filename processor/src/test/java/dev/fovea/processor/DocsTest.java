package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Pages;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages for newcomers show is what happens, and no link on any page leads nowhere. */
final class DocsTest {
    /** A class, and the beginning of the only message about it, if there is one. */
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)```java\\n([^`]*?class [^`]*?)```\\n(?:\\s*```\\n(\\[[^`]*?) …\\n```)?");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"receptive-fields.md", "questions.md"})
    void examplesGiveTheMessagesThatFollowThem(String page) throws IOException {
        Matcher example = EXAMPLE.matcher(Pages.text(Pages.ROOT.resolve("docs").resolve(page)));
        int examples = 0;
        while (example.find()) {
            try (Compilation compilation =
                    TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), Source.of(example.group(1)))) {
                List<String> messages =
                        compilation.diagnostics().stream().map(Found::message).toList();
                if (example.group(2) == null) {
                    assertEquals(List.of(), messages, example.group(1));
                } else {
                    assertEquals(1, messages.size(), messages::toString);
                    assertTrue(messages.get(0).startsWith(example.group(2)), messages.get(0));
                }
            }
            examples++;
        }
        assertTrue(examples > 0);
    }

    @Test
    void noLinkLeadsNowhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : Pages.all()) {
            Matcher link = LINK.matcher(Pages.text(page));
            while (link.find()) {
                String[] target = link.group(1).split("#", 2);
                if (target[0].contains("://")) {
                    dead.add(page + " leads out of the repository: " + link.group(1));
                    continue;
                }
                Path file = target[0].isEmpty() ? page : page.resolveSibling(target[0]);
                boolean missing = !Files.exists(file)
                        || target.length > 1 && !anchors(file).contains(target[1]);
                if (missing) {
                    dead.add(page + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    /** The names that forges give to headings. */
    private static List<String> anchors(Path page) throws IOException {
        return Pages.text(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
