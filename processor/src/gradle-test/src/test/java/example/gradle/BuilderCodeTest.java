package example.gradle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import example.gradle.Gradle.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are builder code, in several classes: what Gradle compiles again after a change never hides a finding. */
final class BuilderCodeTest {
    private static final Path DJL = Path.of(System.getProperty("target"), "djl", "djl-api.jar");

    @TempDir
    Path folder;

    @Test
    void aChangeOfAnyClassOfTheModelIsJudgedAndAnIncompleteCompilationSaysSo() throws Exception {
        Gradle gradle = new Gradle(folder);
        Project project = new Project("builder-code", folder);
        Path library = project.folder().resolve("libs/djl-api.jar");
        Files.createDirectories(library.getParent());
        Files.copy(DJL, library);

        // From nothing.
        Build build = gradle.run(project.folder(), "classes");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Alone_Stem", "Nets_Context"), project.written(), build::log);

        // The value that becomes a fault stands in another class than the code at fault, and than the model.
        project.edit("Rates", "1, 2, 5", "2, 2, 2");
        build = gradle.run(project.folder(), "classes");
        assertFalse(build.success(), build::log);
        assertTrue(
                build.log()
                        .replace('\\', '/')
                        .contains("/src/main/java/example/Parts.java:12: error: [DilationCommonDivisor] gridding:"),
                build::log);

        // It is mended, with another field: the report of the model, whose own source is the same, changes.
        project.edit("Rates", "2, 2, 2", "1, 2, 3");
        build = gradle.run(project.folder(), "classes");
        assertTrue(build.success(), build::log);
        assertTrue(project.written().contains("Nets_Context"), build::log);
        assertTrue(project.report("Nets_Context").contains("13"), build::log);

        // With a log about all models, one that did not change comes as a class file, which has no code.
        project.written();
        build = gradle.run(project.folder(), "classes", "-Plog");
        assertTrue(build.success(), build::log);
        project.edit("Rates", "1, 2, 3", "1, 2, 5");
        build = gradle.run(project.folder(), "classes", "-Plog");
        assertFalse(build.success(), build::log);
        assertTrue(
                build.log()
                        .contains("the model stem of example.Alone is there as a class file only, which has no code to"
                                + " read; build everything (in Gradle, state options.incremental = false)"),
                build::log);

        // What the message says to do.
        build = gradle.run(project.folder(), "classes", "-Plog", "-Pwhole");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Alone_Stem", "Nets_Context"), project.written(), build::log);
        assertTrue(project.report("Nets_Context").contains("17"), build::log);
    }
}
