package dev.fovea.core.report;

import dev.fovea.core.finding.Region;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Names source files relative to a folder, so that no log depends on where a project is checked out. */
public final class SourcePaths {
    private final URI root;

    /** @param root the folder */
    public SourcePaths(Path root) {
        this.root = root.toAbsolutePath().normalize().toUri();
    }

    /** The relative path; empty for a file outside the folder. */
    public Optional<URI> relative(Region region) {
        URI relative = root.relativize(normal(region.file()));
        if (relative.isAbsolute()) {
            return Optional.empty();
        }
        String path = relative.getRawPath();
        // A colon before the first slash would make a scheme of the folder's name (RFC 3986, section 4.2).
        boolean isScheme = path.split("/", 2)[0].contains(":");
        return Optional.of(isScheme ? URI.create("./" + path) : relative);
    }

    /** Above the root of all folders is that root, which addresses leave as it is written. */
    private static URI normal(URI file) {
        URI normal = file.normalize();
        String text = normal.toString();
        return text.contains("/../") ? URI.create(text.replaceFirst("/(\\.\\./)+", "/")) : normal;
    }
}
