package dev.fovea.core.html;

import dev.fovea.core.finding.Region;
import dev.fovea.core.report.SourcePaths;
import java.net.URI;
import java.util.Optional;

/**
 * A place in a source, and where a browser finds it.
 *
 * @param text {@code src/SegNet.java:12:5}
 * @param address empty without a prefix
 */
record SourceLink(String text, Optional<String> address) {
    /** @param prefix what precedes the path: of a forge, where a line is named {@code #L12}, or of an editor */
    static Optional<SourceLink> of(Region region, SourcePaths sources, Optional<String> prefix) {
        return sources.relative(region).map(file -> of(region, file, prefix));
    }

    private static SourceLink of(Region region, URI file, Optional<String> prefix) {
        String editor = ":" + region.startLine() + ":" + region.startColumn();
        return new SourceLink(
                file.getPath() + editor,
                prefix.map(start ->
                        start + file.getRawPath() + (start.startsWith("http") ? "#L" + region.startLine() : editor)));
    }

    String html() {
        String code = "<code>" + Markup.escape(text) + "</code>";
        return address.map(link -> "<a class=\"source\" href=\"" + Markup.escape(link) + "\">" + code + "</a>")
                .orElse(code);
    }
}
