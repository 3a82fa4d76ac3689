package example.eclipse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.Conv;
import dev.fovea.processor.FoveaProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Eclipse's builder shows in the editor after each save. */
final class IncrementalBuilderTest {
    @TempDir
    Path folder;

    @Test
    void markersAreAtTheAttributeAndFollowTheEdits() throws Exception {
        System.setProperty("fovea.annotations", jar(Conv.class));
        System.setProperty("fovea.processor", jar(FoveaProcessor.class));
        try (Eclipse eclipse = new Eclipse(folder)) {
            BinaryOperator<String> project = eclipse.project();

            assertEquals("", save(project, "Head", head(1, 2)));
            assertStarts(
                    "Head.java:7 rate: [DilationCommonDivisor] gridding: rates 2, 4 of near, far ",
                    save(project, "Head", head(2, 4)));
            assertStarts(
                    "Head.java:9 rate: [DilationCommonDivisor] gridding: rates 2, 8 of near, far ",
                    save(project, "Head", "\n\n" + head(2, 8)));
            assertEquals("", save(project, "Head", head(1, 3)));

            // A block that two models use: only its own source is saved.
            assertEquals("", save(project, "Context", context(3)));
            assertEquals("", save(project, "Small", user("Small", 7, "")));
            assertEquals("", save(project, "Large", user("Large", 11, ", repeat = 3")));
            String[] problems = save(project, "Context", context(5)).split("\n");
            assertEquals(2, problems.length, () -> String.join("\n", problems));
            assertStarts(
                    "Large.java:7 size: [ExpectationFailed] size of context[2].context is 17, not the expected 11",
                    problems[0]);
            assertStarts(
                    "Small.java:7 size: [ExpectationFailed] size of context.context is 9, not the expected 7",
                    problems[1]);
            assertEquals("", save(project, "Context", context(3)));

            assertTrue(Files.isRegularFile(folder.resolve("workspace/models/bin/META-INF/fovea/example.Head.json")));
            assertTrue(Files.isRegularFile(
                    folder.resolve("workspace/models/.apt_generated/example/HeadReceptiveField.java")));
        }
    }

    private static String save(BinaryOperator<String> project, String type, String source) {
        return project.apply(type + ".java", source);
    }

    private static String head(int near, int far) {
        return """
                package example;

                import dev.fovea.*;

                class Head {
                    static final int SIZE = HeadReceptiveField.FAR_SIZE;
                    @Dilated(kernel = 3, rate = %d) Object near;
                    @Dilated(kernel = 3, rate = %d) Object far;
                }
                """.formatted(near, far);
    }

    private static String context(int kernel) {
        return """
                package example;

                import dev.fovea.*;

                @Block
                class Context {
                    @Conv(kernel = %d) Object context;
                }
                """.formatted(kernel);
    }

    private static String user(String name, int size, String attributes) {
        return """
                package example;

                import dev.fovea.*;

                class %s {
                    @Conv(kernel = 5) Object stem;
                    @Use(block = Context.class%s) @Expect(size = %d) Object context;
                }
                """.formatted(name, attributes, size);
    }

    private static void assertStarts(String expected, String actual) {
        assertTrue(actual.startsWith(expected), actual);
    }

    private static String jar(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
