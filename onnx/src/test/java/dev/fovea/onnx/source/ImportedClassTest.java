package dev.fovea.onnx.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.testing.Models;
import dev.fovea.report.Diagnostic;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ImportedClassTest {
    private static ImportedClass imported(OnnxModel model) {
        return ImportedClass.of(model, new ModelOrigin("model.onnx", "0a1b"));
    }

    @ParameterizedTest
    @MethodSource("dev.fovea.onnx.testing.Models#kinds")
    void theClassAgreesWithTheFileAtEveryLayerAndInEveryFinding(String name) throws IOException {
        OnnxModel model = Models.read(name);
        NetworkReport file = Lint.run(model.definition(), LintOptions.DEFAULT).report();
        NetworkReport folded =
                Lint.run(imported(model).definition(), LintOptions.DEFAULT).report();
        assertEquals(file.layers().size(), folded.layers().size());
        for (int i = 0; i < file.layers().size(); i++) {
            LayerReport one = file.layers().get(i);
            LayerReport other = folded.layers().get(i);
            assertEquals(one.op(), other.op(), one::name);
            assertEquals(one.shape(), other.shape(), one::name);
            assertEquals(one.parameters(), other.parameters(), one::name);
            assertEquals(one.macs(), other.macs(), one::name);
            assertEquals(one.field(), other.field(), one::name);
            assertEquals(one.coverage(), other.coverage(), one::name);
        }
        assertEquals(rules(file), rules(folded));
        assertTrue(folded.diagnostics().stream().allMatch(Diagnostic::suppressed), () -> folded.diagnostics()
                .toString());
    }

    /** Each rule once: what the class accepts is told layer by layer, what has one cause in the file is told with it. */
    private static Set<String> rules(NetworkReport report) {
        return report.diagnostics().stream().map(Diagnostic::rule).collect(Collectors.toSet());
    }

    @Test
    void theBlocksOfAResidualNetworkAreFoldedWithTheirRepetitions() throws IOException {
        String source = imported(Models.read("resnet152")).source();
        assertTrue(source.contains("repeat = 35"), source);
        assertTrue(source.lines().filter(line -> line.contains(" Object ")).count() <= 21, source);
        assertTrue(source.contains("SHA-256 {@code 0a1b}"), source);
    }

    @Test
    void ratesOfADilatedStackBecomeArguments() throws IOException {
        String source = imported(Models.read("deeplabv3_resnet101")).source();
        assertTrue(source.contains("rate = Param.RATE"), source);
    }
}
