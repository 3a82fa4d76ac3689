package dev.fovea.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The models of {@code docs/report.md} compile, and each example prints what stands below it. */
@Isolated("replaces the console")
final class ReportPageTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

    @Test
    void examplesPrintWhatThePageSays() throws Exception {
        List<Source> sources = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        StringBuilder methods = new StringBuilder("import dev.fovea.report.*;\n\npublic class Examples {\n");
        Matcher block = FENCED.matcher(Files.readString(Path.of("..", "docs", "report.md")));
        while (block.find()) {
            if (!block.group(1).equals("java")) {
                expected.add(block.group(2));
            } else if (block.group(2).startsWith("import")) {
                sources.add(Source.of(block.group(2)));
            } else {
                methods.append("public static void example%d() {\n%s}\n".formatted(expected.size(), block.group(2)));
            }
        }
        sources.add(Source.of(methods.append("}\n").toString()));
        assertTrue(expected.size() >= 5, expected::toString);
        try (Compilation compilation =
                TestCompiler.JAVAC.compile(Setup.with(FoveaProcessor::new), sources.toArray(Source[]::new))) {
            assertEquals(List.of(), compilation.diagnostics());
            Class<?> examples = compilation.loadClass("Examples");
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i), output(examples.getMethod("example" + i)));
            }
        }
    }

    private static String output(Method example) throws ReflectiveOperationException {
        PrintStream console = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        try {
            example.invoke(null);
        } finally {
            System.setOut(console);
        }
        return output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
