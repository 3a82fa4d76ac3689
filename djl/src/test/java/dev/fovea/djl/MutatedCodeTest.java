package dev.fovea.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builder code that was changed at random is either read right, or said not to be read. */
@Tag("engine")
@Tag("random")
final class MutatedCodeTest {
    /** More take minutes: {@code -Dfovea.seeds=12}. */
    private static final int MUTANTS = 40 * Integer.getInteger("fovea.seeds", 1);

    @Test
    void mutatedCodeIsReadRightOrNotRead(@TempDir Path reports, @TempDir Path classes)
            throws IOException, ReflectiveOperationException {
        String source = ReadCode.resource("Mutant.java");
        Random random = new Random(16);
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < MUTANTS; i++) {
            String name = "Mutant" + i;
            sources.add(ReadCode.source("mutants/" + name + ".java", CodeMutations.of(source, name, random)));
        }
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int notRead = 0;
        int cannotRun = 0;
        // Networks that cannot run are errors, after which a compiler writes no classes.
        try (ReadCode read = ReadCode.of(reports, sources, "-proc:only");
                ReadCode compiled = ReadCode.of(classes, sources, "-proc:none")) {
            assertEquals(List.of(), compiled.messages());
            for (int i = 0; i < MUTANTS; i++) {
                String model = "mutants.Mutant" + i;
                if (!read.hasReport(model, "net")) {
                    wrong.add(model + " has no report");
                    continue;
                }
                NetworkReport report = read.report(compiled, model, "net");
                boolean isSaid =
                        report.diagnostics().stream().anyMatch(one -> one.rule().equals("CodeNotRead"));
                if (isSaid) {
                    // It may not even end.
                    notRead++;
                    continue;
                }
                ReadBlock built = null;
                try {
                    built = compiled.built(model, "net", report);
                } catch (ReflectiveOperationException | RuntimeException thrown) {
                    cannotRun++;
                    boolean isFaulty = report.diagnostics().stream()
                            .anyMatch(one -> one.severity().equals("error"));
                    if (!isFaulty) {
                        wrong.add(model + " cannot run: " + thrown);
                    }
                }
                if (built != null && built.unread().isEmpty()) {
                    right++;
                    if (!BuilderCodeTest.lines(built.report()).equals(BuilderCodeTest.lines(report))) {
                        wrong.add(model + " is another network: " + first(built.report(), report));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(
                right > MUTANTS / 4 && notRead > 0,
                "%s read right, %s not read, %s cannot run".formatted(right, notRead, cannotRun));
    }

    private static String first(NetworkReport expected, NetworkReport read) {
        List<String> lines = BuilderCodeTest.lines(read);
        for (String line : BuilderCodeTest.lines(expected)) {
            if (!lines.contains(line)) {
                return line;
            }
        }
        return "more layers";
    }
}
