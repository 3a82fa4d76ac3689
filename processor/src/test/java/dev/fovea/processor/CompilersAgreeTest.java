package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compilers, ECJ's command line too, find and generate the same; {@code Check} compares the findings of the rest. */
final class CompilersAgreeTest {
    /** A problem as ECJ's command line prints it: severity, file, line, the source's line, the underline, the text. */
    private static final Pattern PROBLEM =
            Pattern.compile("(?s)\\d+\\. (ERROR|WARNING|INFO) in \\S*?(\\w+\\.java) \\(at line (\\d+)\\)\\n"
                    + "(\\t[^\\n]*)\\n(\\t *)\\^+\\n(.*?)\\n----------");

    @TempDir
    Path folder;

    @Test
    void compilersAgreeOnTheZoo() throws IOException {
        List<Source> zoo = Zoo.sources();
        Map<String, String> javac = generated(TestCompiler.JAVAC, zoo);
        assertTrue(javac.size() > 2 * 25, javac.keySet()::toString);
        assertEquals(javac, generated(TestCompiler.ECJ, zoo));
        batch(zoo);
        assertEquals(javac, Zoo.generated(folder.resolve("generated"), folder.resolve("classes")));
    }

    private static Map<String, String> generated(TestCompiler compiler, List<Source> zoo) {
        try (Compilation compilation = compiler.compile(Models.setup(), zoo.toArray(Source[]::new))) {
            assertTrue(compilation.success(), compilation.diagnostics()::toString);
            return Zoo.generated(compilation);
        }
    }

    @Test
    void compilersAgreeOnFindings() throws IOException {
        Source source = Source.of("""
                import dev.fovea.*;

                @Network(input = @Input(axes = 2, size = {64, 0, 3}))
                class Net {
                    @Conv(kernel = 3) @Expect(size = 4) Object a;
                    @Conv(kernel = 3, padding = {1, -1}) Object b;
                }

                class Stack {
                \t@Dilated(kernel = 3, rate = 2) Object d1;
                    @Dilated(kernel = 3, rate = 4) Object d2;
                    @Dilated(kernel = 3, rate = 8) Object größe;
                }

                enum Layers {
                    @Conv(kernel = 3) A,
                    @Conv(kernel = 0) B
                }
                """);
        try (Compilation compilation = TestCompiler.ECJ.compile(Models.setup(), source)) {
            List<String> tool = compilation.diagnostics().stream()
                    .map(found -> found.severity() + " " + found.place() + " " + found.message())
                    .sorted()
                    .toList();
            assertEquals(5, tool.size(), tool::toString);
            assertEquals(tool, problems(batch(List.of(source)), source));
        }
    }

    @Test
    void thePageOnEclipseShowsWhatItsCompilerPrints() throws IOException {
        String page =
                Files.readString(Path.of("..", "docs", "setup", "eclipse.md")).replace("\r", "");
        String mark = "<!-- processor/src/it/gridding: Eclipse's compiler -->\n```\n";
        int begin = page.indexOf(mark) + mark.length();
        String shown = page.substring(begin, page.indexOf("```", begin));
        Path project = Path.of("src", "it", "gridding", "src", "main", "java", "example", "SegmentationHead.java");
        String printed = batch(List.of(new Source("SegmentationHead.java", Files.readString(project))))
                .replaceFirst("ERROR in \\S+SegmentationHead.java", "ERROR in SegmentationHead.java");
        assertTrue(printed.contains(shown), printed);
    }

    /** In the form of the test's compilers. */
    private static List<String> problems(String log, Source source) {
        List<String> problems = new ArrayList<>();
        Matcher problem = PROBLEM.matcher(log);
        while (problem.find()) {
            // The source's line is printed without its indentation, after one tab.
            String line = source.text().lines().toList().get(Integer.parseInt(problem.group(3)) - 1);
            int indentation = line.indexOf(problem.group(4).strip());
            problems.add("%s %s:%s:%d %s"
                    .formatted(
                            problem.group(1).toLowerCase(Locale.ROOT),
                            problem.group(2),
                            problem.group(3),
                            indentation + problem.group(5).length(),
                            Found.withoutReadOn(problem.group(6))));
        }
        return problems.stream().sorted().toList();
    }

    /** Runs ECJ as its command line does, and returns what it prints. */
    private String batch(List<Source> sources) throws IOException {
        Path input = folder.resolve("sources");
        for (Source source : sources) {
            Path file = input.resolve(source.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
        }
        Path generated = Files.createDirectories(folder.resolve("generated"));
        StringWriter log = new StringWriter();
        BatchCompiler.compile(
                new String[] {
                    "--release",
                    "17",
                    "-encoding",
                    "UTF-8",
                    "-cp",
                    Setup.annotations().toString(),
                    "-processorpath",
                    System.getProperty("java.class.path"),
                    "-processor",
                    FoveaProcessor.class.getName(),
                    "-s",
                    generated.toString(),
                    "-d",
                    folder.resolve("classes").toString(),
                    input.toString()
                },
                new PrintWriter(log),
                new PrintWriter(log),
                null);
        return log.toString().replace("\r", "");
    }
}
