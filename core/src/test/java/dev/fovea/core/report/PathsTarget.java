package dev.fovea.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fovea.core.finding.Region;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names a file relative to a root, both of which bytes spell: a target of {@code .ci/fuzz}, of which {@link SourcePathsTest} is
 * the short form.
 */
public final class PathsTarget {
    private PathsTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        String[] texts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        try {
            Path root = Path.of("/", texts[0]);
            leadsToTheFile(root, root.resolve(texts.length == 1 ? "" : texts[1]).resolve("Net.java"));
        } catch (InvalidPathException noPath) {
            // No file of that name can be compiled.
        }
    }

    /** Expects that the path in a log leads from the root to the file as a tool would follow it; false if the file is outside. */
    static boolean leadsToTheFile(Path root, Path file) {
        Optional<URI> relative = new SourcePaths(root).relative(new Region(file.toUri(), 1, 1, 1, 2));
        Path normal = file.normalize();
        assertEquals(
                normal.startsWith(root.normalize()),
                relative.isPresent(),
                () -> file + " in " + root + ": " + relative);
        if (relative.isEmpty()) {
            return false;
        }
        String text = relative.get().toASCIIString();
        assertFalse(text.startsWith("/") || ("/" + text).contains("/../"), text);
        assertNull(relative.get().getScheme(), text);
        // Its folder and the address below it.
        URI base = URI.create(root.normalize().toUri().toString().replaceFirst("/?$", "/"));
        assertEquals(normal, Path.of(base.resolve(URI.create(text))));
        return true;
    }
}
