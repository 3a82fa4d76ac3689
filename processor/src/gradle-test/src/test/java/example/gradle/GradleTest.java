package example.gradle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import example.gradle.Gradle.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project sees whose build is Gradle's: findings, reports, and how much is compiled after a change. */
final class GradleTest {
    private static final FileTime OLD = FileTime.fromMillis(0);

    @TempDir
    Path folder;

    private Path project;
    private Path reports;

    @BeforeEach
    void copyTheProject() throws IOException {
        project = folder.resolve("project");
        reports = project.resolve("build/classes/java/main/META-INF/fovea");
        Path source = Path.of("project");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(source.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy, Files.readString(file).replace("@project.version@", System.getProperty("fovea.version")));
            }
        }
    }

    @Test
    void compilesWhatAChangeConcerns() throws Exception {
        Gradle gradle = new Gradle(folder);

        // From nothing.
        Build build = gradle.run(project, "testClasses");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Context", "Head", "Large", "Small"), written());
        assertTrue(Files.exists(project.resolve("build/classes/java/test/META-INF/fovea/example.HeadTest.json")));

        // Nothing changed.
        build = gradle.run(project, "testClasses");
        assertTrue(build.log().contains("> Task :compileJava UP-TO-DATE"), build::log);
        assertEquals(Set.of(), written());

        // A model gets a fault, which is found as often as it is built.
        edit("Head", "rate = 1", "rate = 2");
        for (int time = 0; time < 2; time++) {
            build = gradle.run(project, "classes");
            assertFalse(build.success(), build::log);
            assertTrue(
                    build.log()
                            .replace('\\', '/')
                            .contains("/src/main/java/example/Head.java:6: error: [DilationCommonDivisor] gridding:"
                                    + " rates 2, 2 of near, far "),
                    build::log);
        }

        // It is mended, with another field: the others are not compiled.
        edit("Head", "rate = 2)\n    Object far", "rate = 3)\n    Object far");
        edit("Head", "rate = 2", "rate = 1");
        build = gradle.run(project, "classes");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Head"), written(), build::log);

        // A block changes: its users are compiled with it.
        edit("Context", "kernel = 3", "kernel = 5");
        build = gradle.run(project, "classes");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Context", "Large", "Small"), written(), build::log);
        assertTrue(Files.readString(reports.resolve("example.Large.json")).contains("17"), build::log);

        // A model goes, and its report with it.
        Files.delete(source("Large"));
        build = gradle.run(project, "classes");
        assertTrue(build.success(), build::log);
        assertFalse(Files.exists(reports.resolve("example.Large.json")), build::log);
        assertEquals(Set.of(), written(), build::log);

        // A log about all models, one of which has a fault.
        edit("Head", "rate = 1", "rate = 3");
        Path log = project.resolve("build/fovea.sarif");
        String finding = "rates 3, 3 of near, far are both multiples of 3";
        String place = "\"artifactLocation\": {\"uri\": \"src/main/java/example/Head.java\"";
        build = gradle.run(project, "classes", "-Plog");
        assertTrue(build.success(), build::log);
        assertTrue(Files.readString(log).contains(finding), build::log);
        assertTrue(Files.readString(log).contains(place), build::log);
        assertEquals(Set.of("Context", "Head", "Small"), written(), build::log);

        // Any change processes all models; those that are not compiled have no lines.
        edit("Small", "@Use(", "@Use(repeat = 2, ");
        build = gradle.run(project, "classes", "-Plog");
        assertTrue(build.success(), build::log);
        assertTrue(Files.readString(log).contains(finding), build::log);
        assertFalse(Files.readString(log).contains(place), build::log);
        assertEquals(Set.of("Context", "Head", "Small"), written(), build::log);
    }

    private Path source(String name) {
        return project.resolve("src/main/java/example/" + name + ".java");
    }

    private void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(source(name));
        assertTrue(text.contains(from), text);
        int at = text.indexOf(from);
        Files.writeString(source(name), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** The models whose reports have been written since the last call. */
    private Set<String> written() throws IOException {
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
