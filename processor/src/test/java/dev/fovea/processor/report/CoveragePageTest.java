package dev.fovea.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Models;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.AxisField;
import dev.fovea.report.Coverage;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of examples in {@code docs/coverage.md}, computed again. */
final class CoveragePageTest {
    private static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        examples.put("rates 1, 2, 3", rates(1, 2, 3));
        examples.put("rates 2, 2, 2", rates(2, 2, 2));
        examples.put("rates 1, 2, 5", rates(1, 2, 5));
        examples.put("five layers of rate 1", rates(1, 1, 1, 1, 1));
        examples.put("five layers of rate 2", rates(2, 2, 2, 2, 2));
        examples.put("parallel rates 6, 12, 18, concatenated", """
                @Dilated(kernel = 3, rate = 6, padding = 6, from = Network.INPUT) Object a;
                @Dilated(kernel = 3, rate = 12, padding = 12, from = Network.INPUT) Object b;
                @Dilated(kernel = 3, rate = 18, padding = 18, from = Network.INPUT) Object c;
                @Concat(from = {"a", "b", "c"}) Object last;
                """);
        examples.put("one layer and a shortcut around it", """
                @Conv(kernel = 3, padding = 1) Object a;
                @Residual(shortcut = Network.INPUT) Object last;
                """);
        examples.put("stride 2, then rate 2", """
                @Conv(kernel = 3, stride = 2, padding = 1) Object a;
                @Dilated(kernel = 3, rate = 2, padding = 2) Object last;
                """);
        examples.put(
                "twenty layers", rates(IntStream.generate(() -> 1).limit(20).toArray()));
        return examples;
    }

    private static String rates(int... rates) {
        StringBuilder layers = new StringBuilder();
        for (int i = 0; i < rates.length; i++) {
            layers.append("@Dilated(kernel = 3, rate = %1$d, padding = %1$d) Object d%2$d;%n".formatted(rates[i], i));
        }
        return layers.toString();
    }

    @Test
    void everyRowIsThatOfItsNetwork() throws IOException {
        assertEquals(
                examples().entrySet().stream()
                        .map(example -> row(example.getKey(), last(example.getValue())))
                        .toList(),
                Files.readAllLines(Path.of("..", "docs", "coverage.md")).stream()
                        .filter(line -> line.startsWith("| "))
                        .skip(1)
                        .toList());
    }

    private static LayerReport last(String layers) {
        Source source = Source.of("import dev.fovea.*;\n\nclass Net {\n" + layers + "}\n");
        try (Compilation compilation = TestCompiler.JAVAC.compile(Models.setup(), source)) {
            List<LayerReport> all = NetworkReport.fromJson(
                            compilation.resourceText("META-INF/fovea/Net.json").orElseThrow())
                    .layers();
            return all.get(all.size() - 1);
        }
    }

    private static String row(String name, LayerReport layer) {
        AxisField field = layer.field().get(0);
        Coverage coverage = layer.coverage().orElseThrow();
        return "| %s | %d | %d | %d of %d | %s | %d |"
                .formatted(
                        name,
                        field.size().orElseThrow(),
                        field.covered().orElseThrow(),
                        coverage.read().orElseThrow(),
                        coverage.read().orElseThrow() + coverage.unread().orElseThrow(),
                        field.erfStd().orElseThrow().toPlainString(),
                        field.erfWidth().orElseThrow());
    }
}
