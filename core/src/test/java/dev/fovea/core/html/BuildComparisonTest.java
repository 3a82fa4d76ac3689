package dev.fovea.core.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.repair.RandomModels;
import dev.fovea.core.testing.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildComparisonTest {
    private static final int KEPT = 1;
    private static final int EDITED = 3;

    @TempDir
    private Path folder;

    private Path before;
    private Path after;

    @BeforeEach
    void buildTwice() throws IOException {
        before = Files.createDirectories(folder.resolve("before/META-INF/fovea"));
        after = Files.createDirectories(folder.resolve("after/META-INF/fovea"));
        Files.writeString(before.resolve("tsconfig.json"), "{}");
        for (int seed : new int[] {KEPT, EDITED}) {
            write(before, "Random" + seed, report(seed));
            write(after, "Random" + seed, report(seed));
        }
    }

    private static void write(Path folder, String name, String report) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), report);
    }

    private static String report(int seed) {
        return Lint.run(RandomModels.model(seed), LintOptions.DEFAULT).report().toJson();
    }

    private BuildComparison compared() throws IOException {
        return BuildComparison.of(folder.resolve("before"), folder.resolve("after"));
    }

    @Test
    void buildsOfTheSameSourcesDoNotDiffer() throws IOException {
        assertTrue(compared().isEmpty());
        assertEquals("2 as before", compared().summary());
    }

    @Test
    void modelsThatChangedAppearedOrAreGoneAreToldApart() throws IOException {
        Files.delete(after.resolve("Random" + EDITED + ".json"));
        write(
                after,
                "Random" + EDITED,
                Lint.run(new Edit("l0", "kernel", "5").in(RandomModels.model(EDITED)), LintOptions.DEFAULT)
                        .report()
                        .toJson());
        write(before, "Random5", report(5));
        write(after, "Random7", report(7));
        BuildComparison compared = compared();
        assertFalse(compared.isEmpty());
        assertEquals("1 model changed, 1 added, 1 removed, 1 as before", compared.summary());
        String markdown = compared.toMarkdown();
        assertTrue(markdown.contains("**Random" + EDITED + "**"), markdown);
        assertTrue(markdown.contains("Added:\n\n- `Random7`: "), markdown);
        assertTrue(markdown.contains("Removed:\n\n- `Random5`: "), markdown);
        assertFalse(markdown.contains("Random" + KEPT), markdown);

        compared.write(folder.resolve("pages"));
        String index = Files.readString(folder.resolve("pages/index.html"));
        assertTrue(index.contains("<a href=\"Random3.html\">"), index);
        assertFalse(index.contains("Random" + KEPT + ".html"), index);
        String page = Files.readString(folder.resolve("pages/Random3.html"));
        assertTrue(page.contains("href=\"index.html\""));
        assertTrue(page.contains("<h2>Layers</h2>"));
    }

    @Test
    void aFolderWithoutReportsIsNoBuild() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        IOException thrown = assertThrows(IOException.class, () -> BuildComparison.of(empty, after));
        assertTrue(thrown.getMessage().contains("there is no report in this folder"), thrown.getMessage());
    }

    @Test
    void twoReportsOfOneModelInAFolderAreNotOneBuild() throws IOException {
        Path other = Files.createDirectories(folder.resolve("after/module/META-INF/fovea"));
        write(other, "copy", report(KEPT));
        assertTrue(compared().isEmpty());
        write(other, "copy", report(EDITED).replace("\"Random" + EDITED + "\"", "\"Random" + KEPT + "\""));
        IOException thrown = assertThrows(IOException.class, this::compared);
        assertTrue(thrown.getMessage().startsWith("two reports of Random" + KEPT), thrown.getMessage());
    }
}
