package dev.fovea.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own pages: those of {@code docs}, and those beside the README. */
public final class Pages {
    /** The project's folder, from that of a module. */
    public static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\w*\\n(.*?)^ *```$");

    private Pages() {}

    /** All pages, sorted. */
    public static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(docs, top)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** What stands between fences, block by block. */
    public static List<String> blocks(Path page) {
        return BLOCK.matcher(text(page)).results().map(block -> block.group(1)).toList();
    }

    /** A file with the line ends of this system's tests. */
    public static String text(Path file) {
        try {
            return Files.readString(file).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
