package dev.fovea.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of the page on performance, between the comments {@code <!-- name -->} and {@code <!-- /name -->}. */
final class Page {
    private static final Path FILE = Path.of("docs/performance.md");

    private final String section;
    private final List<String> lines = new ArrayList<>();

    Page(String section) {
        this.section = section;
    }

    /** A line of prose. */
    void line(String text) {
        lines.add(text);
        System.out.println(text);
    }

    /** A row of a table. */
    void row(Object... cells) {
        line(Stream.of(cells).map(Object::toString).reduce("|", (row, cell) -> row + " " + cell + " |"));
    }

    /** The head of a table. */
    void head(String... columns) {
        line("");
        row((Object[]) columns);
        row(Stream.of(columns).map(column -> "---").toArray());
    }

    /** The machine and the JDK, in general terms. */
    void machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        String model = Files.exists(processors)
                ? Files.readAllLines(processors).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown processor")
                : System.getProperty("os.arch");
        line("%s, %d cores, %s, JDK %s."
                .formatted(
                        model,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        Runtime.version()));
    }

    /** Replaces what the page had there; a section that it has not yet goes to its end. */
    void write() throws IOException {
        String page = Files.readString(FILE);
        String begin = "<!-- " + section + " -->\n";
        String end = "<!-- /" + section + " -->\n";
        if (!page.contains(begin)) {
            page += "\n" + begin + end;
        }
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end, from);
        Files.writeString(FILE, page.substring(0, from) + String.join("\n", lines) + "\n" + page.substring(to));
    }
}
