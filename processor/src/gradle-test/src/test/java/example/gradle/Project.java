package example.gradle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A copy of one of the projects here, and what its builds write. */
final class Project {
    private static final FileTime OLD = FileTime.fromMillis(0);

    private final Path folder;
    private final Path reports;

    /** Copies the project of this name into a folder. */
    Project(String name, Path parent) throws IOException {
        folder = parent.resolve("project");
        reports = folder.resolve("build/classes/java/main/META-INF/fovea");
        Path source = Path.of(name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy, Files.readString(file).replace("@project.version@", System.getProperty("fovea.version")));
            }
        }
    }

    Path folder() {
        return folder;
    }

    String report(String model) throws IOException {
        return Files.readString(reports.resolve("example." + model + ".json"));
    }

    boolean hasReport(String model) {
        return Files.exists(reports.resolve("example." + model + ".json"));
    }

    Path source(String name) {
        return folder.resolve("src/main/java/example/" + name + ".java");
    }

    /** Replaces the first occurrence of a text, which must be there. */
    void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(source(name));
        assertTrue(text.contains(from), text);
        int at = text.indexOf(from);
        Files.writeString(source(name), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** The models whose reports have been written since the last call. */
    Set<String> written() throws IOException {
        Set<String> models = new TreeSet<>();
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.toList()) {
                if (!Files.getLastModifiedTime(file).equals(OLD)) {
                    models.add(file.getFileName().toString().replaceAll("example\\.|\\.json", ""));
                    Files.setLastModifiedTime(file, OLD);
                }
            }
        }
        return models;
    }
}
