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
        URI relative = root.relativize(region.file().normalize());
        if (relative.isAbsolute()) {
            return Optional.empty();
        }
        String path = relative.getRawPath();
        if (path.equals("..") || path.startsWith("../")) {
            // Above the root of all folders, where a name is left as it is.
            return Optional.empty();
        }
        // A colon before the first slash would make a scheme of the folder's name (RFC 3986, section 4.2).
        boolean isScheme = path.split("/", 2)[0].contains(":");
        return Optional.of(isScheme ? URI.create("./" + path) : relative);
    }
}
