package dev.fovea.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fovea.core.finding.Region;
import dev.fovea.core.testing.Seeds;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
            Optional<URI> relative = new SourcePaths(root).relative(new Region(file.toUri(), 1, 1, 1, 2));
            Path normal = file.normalize();
            assertEquals(
                    normal.startsWith(root.normalize()),
                    relative.isPresent(),
                    () -> file + " in " + root + ": " + relative);
            if (relative.isPresent()) {
                inside++;
                String text = relative.get().toASCIIString();
                assertFalse(text.startsWith("/") || text.contains("../") || text.contains(":/"), text);
                // As a tool would: its folder and the address below it.
                URI base = URI.create(root.normalize().toUri().toString().replaceFirst("/?$", "/"));
                assertEquals(normal, Path.of(base.resolve(URI.create(text))));
            }
        }
        assertFalse(inside < 5_000, "" + inside);
    }
}
