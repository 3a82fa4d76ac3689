package dev.fovea.core.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Paths in logs lead from the root to the file and nowhere else, whatever the folders are called. */
@Tag("random")
final class SourcePathsTest {
    private static final List<String> PARTS = List.of(
            "a", "b c", "%20", "#x", "?", "é図", "..", ".", "a:b", "[1]", "\u202e", "..x", "a&b", "'", "\"", "+");

    private static Path path(Random random, int parts) {
        Path path = Path.of("/w/o/r/k/i/n/g");
        for (int i = 0; i < parts; i++) {
            path = path.resolve(PARTS.get(random.nextInt(PARTS.size())));
        }
        return path;
    }

    @Test
    void theyLeadFromTheRootToTheFile() {
        Random random = new Random(9);
        int inside = 0;
        for (int i = 0; i < Seeds.times(20_000); i++) {
            Path root = path(random, random.nextInt(3));
            Path file = random.nextBoolean()
                    ? root.resolve(path(random, 3).subpath(7, 9)).resolve("Net.java")
                    : path(random, random.nextInt(4)).resolve("Net.java");
            if (PathsTarget.leadsToTheFile(root, file)) {
                inside++;
            }
        }
        assertFalse(inside < 5_000, "" + inside);
    }

    /** What the fuzzer found new ways with. */
    @Test
    void inputsThatTheFuzzerKeptNameTheirFiles() throws IOException {
        try (Stream<Path> kept = Files.list(Path.of("src/test/fuzz/paths"))) {
            for (Path input : kept.toList()) {
                PathsTarget.fuzzerTestOneInput(Files.readAllBytes(input));
            }
        }
    }

    /** Found by the fuzzer: a path that led out of such a root, or none for what lies in it. */
    @Test
    void aboveTheRootOfAllFoldersIsThatRoot() {
        assertTrue(PathsTarget.leadsToTheFile(Path.of("/.."), Path.of("/../Net.java")));
        assertTrue(PathsTarget.leadsToTheFile(Path.of("/../a"), Path.of("/a/Net.java")));
        assertFalse(PathsTarget.leadsToTheFile(Path.of("/a"), Path.of("/../Net.java")));
    }
}
