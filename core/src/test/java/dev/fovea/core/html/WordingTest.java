package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.testing.ModelText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what an author can type as an annotation has a button. */
final class WordingTest {
    private static final String CROPPED = "down = Conv kernel=2 stride=2\n";
    private static final String INPUT = "data-copy=\"@Input(";
    private static final String LAYER = "data-copy=\"@Conv(";

    @TempDir
    Path folder;

    @Test
    void annotationsAreCopiedWhole() throws IOException {
        String page = page(Wording.ANNOTATIONS);
        assertTrue(page.contains(INPUT), page);
        assertTrue(page.contains(LAYER), page);
    }

    @Test
    void codeHasAnAnnotationForTheNetworkAloneAndNumbersForItsLayers() throws IOException {
        String page = page(Wording.CODE);
        assertTrue(page.contains(INPUT), page);
        assertFalse(page.contains(LAYER), page);
        assertTrue(page.contains("<code>padding = "), page);
    }

    @Test
    void aFileHasNoAnnotations() throws IOException {
        String page = page(Wording.FILE);
        assertFalse(page.contains("data-copy"), page);
        assertTrue(page.contains("<code>padding = "), page);
    }

    private String page(Wording wording) throws IOException {
        Map<String, Object> input = Map.of("axes", 2L, "channels", 3L, "size", List.of(65L));
        LintResult result = Lint.run(ModelText.model(input, CROPPED), LintOptions.DEFAULT);
        HtmlReports pages = new HtmlReports(folder, folder);
        pages.add(result, wording, Collections.nCopies(result.findings().size(), Optional.empty()));
        return Files.readString(folder.resolve("test.Model.html"));
    }
}
