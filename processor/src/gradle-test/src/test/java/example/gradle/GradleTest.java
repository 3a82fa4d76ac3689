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

/** What a project sees whose build is Gradle's: findings, reports, and how much is compiled after a change. */
final class GradleTest {
    @TempDir
    Path folder;

    @Test
    void gradleCompilesWhatAChangeConcerns() throws Exception {
        Gradle gradle = new Gradle(folder);
        Project project = new Project("project", folder);

        // From nothing.
        Build build = gradle.run(project.folder(), "testClasses");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Context", "Head", "Large", "Small"), project.written());
        assertTrue(
                Files.exists(project.folder().resolve("build/classes/java/test/META-INF/fovea/example.HeadTest.json")));

        // Nothing changed.
        build = gradle.run(project.folder(), "testClasses");
        assertTrue(build.log().contains("> Task :compileJava UP-TO-DATE"), build::log);
        assertEquals(Set.of(), project.written());

        // A model gets a fault, which is found as often as it is built.
        project.edit("Head", "rate = 1", "rate = 2");
        for (int time = 0; time < 2; time++) {
            build = gradle.run(project.folder(), "classes");
            assertFalse(build.success(), build::log);
            assertTrue(
                    build.log()
                            .replace('\\', '/')
                            .contains("/src/main/java/example/Head.java:6: error: [DilationCommonDivisor] gridding:"
                                    + " rates 2, 2 of near, far "),
                    build::log);
        }

        // It is mended, with another field: the others are not compiled.
        project.edit("Head", "rate = 2)\n    Object far", "rate = 3)\n    Object far");
        project.edit("Head", "rate = 2", "rate = 1");
        build = gradle.run(project.folder(), "classes");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Head"), project.written(), build::log);

        // A block changes: its users are compiled with it.
        project.edit("Context", "kernel = 3", "kernel = 5");
        build = gradle.run(project.folder(), "classes");
        assertTrue(build.success(), build::log);
        assertEquals(Set.of("Context", "Large", "Small"), project.written(), build::log);
        assertTrue(project.report("Large").contains("17"), build::log);

        // A model goes, and its report with it.
        Files.delete(project.source("Large"));
        build = gradle.run(project.folder(), "classes");
        assertTrue(build.success(), build::log);
        assertFalse(project.hasReport("Large"), build::log);
        assertEquals(Set.of(), project.written(), build::log);

        // A log about all models, one of which has a fault.
        project.edit("Head", "rate = 1", "rate = 3");
        Path log = project.folder().resolve("build/fovea.sarif");
        String finding = "rates 3, 3 of near, far are both multiples of 3";
        String place = "\"artifactLocation\": {\"uri\": \"src/main/java/example/Head.java\"";
        build = gradle.run(project.folder(), "classes", "-Plog");
        assertTrue(build.success(), build::log);
        assertTrue(Files.readString(log).contains(finding), build::log);
        assertTrue(Files.readString(log).contains(place), build::log);
        assertEquals(Set.of("Context", "Head", "Small"), project.written(), build::log);

        // Any change processes all models; those that are not compiled have no lines.
        project.edit("Small", "@Use(", "@Use(repeat = 2, ");
        build = gradle.run(project.folder(), "classes", "-Plog");
        assertTrue(build.success(), build::log);
        assertTrue(Files.readString(log).contains(finding), build::log);
        assertFalse(Files.readString(log).contains(place), build::log);
        assertEquals(Set.of("Context", "Head", "Small"), project.written(), build::log);

        // A baseline is written once, and accepts what is in it; without that line the finding is there again.
        Path baseline = project.folder().resolve("fovea-baseline.txt");
        build = gradle.run(project.folder(), "classes", "-PnewBaseline");
        assertFalse(build.success(), build::log);
        build = gradle.run(project.folder(), "classes", "-Pbaseline");
        assertTrue(build.success(), build::log);
        Files.writeString(baseline, Files.readString(baseline).replaceAll("(?m)^[0-9a-f]+ .*\\n", ""));
        build = gradle.run(project.folder(), "classes", "-Pbaseline");
        assertFalse(build.success(), build::log);
        assertTrue(build.log().contains(finding), build::log);
    }
}
