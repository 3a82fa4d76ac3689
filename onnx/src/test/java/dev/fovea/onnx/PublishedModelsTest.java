package dev.fovea.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.onnx.testing.Models;
import dev.fovea.report.AxisField;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Published networks, as their frameworks exported them: against what was measured and published. */
final class PublishedModelsTest {
    @ParameterizedTest
    @MethodSource("dev.fovea.onnx.testing.Models#names")
    void everyFileIsReadAndHasNoStructuralFault(String name) throws IOException {
        OnnxModel model = Models.read(name);
        LintResult result = Lint.run(model.definition(), LintOptions.DEFAULT);
        result.findings()
                .forEach(finding -> assertTrue(
                        !finding.rule()
                                .matches(
                                        "InvalidAttribute|UnknownLayer|LayerConflict|BlockCycle|ShapeMismatch|EmptyOutput|JumpMismatch"),
                        finding::message));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/models/gmacs.csv")
    void multiplyAddsAreThoseThatWerePublished(String name, double gmacs) throws IOException {
        NetworkReport report =
                Lint.run(Models.read(name).definition(), LintOptions.DEFAULT).report();
        assertEquals(gmacs, report.macs().orElseThrow() / 1e9, gmacs * 0.003);
    }

    /** As PyTorch counts its own multiplications; of its parameters, 2,028 are position biases and 200 went into folded norms. */
    @Test
    void attentionOverAGridMultipliesEachPositionWithOneOfEachCell() throws IOException {
        NetworkReport report = Lint.run(Models.read("x_maxvit").definition(), LintOptions.DEFAULT)
                .report();
        assertEquals(8_756_768, report.macs().orElseThrow());
        assertEquals(15_922 - 2_028 - 200, report.parameters().orElseThrow());
    }

    /**
     * A non-local block with pooled keys, the position attention of DANet, two blocks with reduced keys as SegFormer has them, and
     * cross attention: as PyTorch counts. Its parameters have a factor beside, and 32 of a norm that was folded.
     */
    @Test
    void attentionOfSeveralMapsCostsItsProductsAlone() throws IOException {
        NetworkReport report = Lint.run(Models.read("x_attentions").definition(), LintOptions.DEFAULT)
                .report();
        assertEquals(42_008_576, report.macs().orElseThrow());
        assertEquals(17_602 - 1 - 32, report.parameters().orElseThrow());
        List<String> attentions = report.layers().stream()
                .filter(layer -> layer.op().equals("Attention"))
                .map(layer -> layer.from().size() + " " + layer.attributes())
                .toList();
        assertEquals(
                List.of(
                        "3 {heads=1, out=8}",
                        "3 {heads=1, out=16}",
                        "3 {heads=2, out=16}",
                        "3 {heads=2, out=16}",
                        "3 {heads=2, out=16}"),
                attentions);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/models/measured.csv")
    void fieldsAreThoseThatWereMeasuredByGradients(
            String name, String layer, int axis, long size, String jump, long start, long covered) throws IOException {
        NetworkReport report =
                Lint.run(Models.read(name).definition(), LintOptions.DEFAULT).report();
        AxisField field = report.layer(layer).field().get(axis);
        assertEquals(size, field.size().orElseThrow());
        assertEquals(jump, field.jump().orElseThrow().toString());
        assertEquals(Long.toString(start), field.start().orElseThrow().toString());
        assertEquals(covered, field.covered().orElseThrow());
    }

    /** On sound published networks, only what is true and an author could act on. */
    @ParameterizedTest
    @MethodSource("dev.fovea.onnx.testing.Models#names")
    void noFindingIsFalse(String name) throws IOException {
        List<String> expected =
                switch (name) {
                    case "deeplabv3_mobilenet_v3_large" ->
                        List.of("DegenerateDilation", "DegenerateDilation", "DilationCommonDivisor");
                    case "lraspp_mobilenet_v3_large", "y_pspnet_backbone" -> List.of("DilationCommonDivisor");
                    case "squeezenet1_1" -> List.of("CroppedInput");
                    default -> List.of();
                };
        LintResult result = Lint.run(Models.read(name).definition(), LintOptions.DEFAULT);
        assertEquals(
                expected,
                result.findings().stream().map(LintFinding::rule).sorted().toList());
    }

    @Test
    void extentsThatTheFileLeavesOpenCanBeStated() throws IOException {
        OnnxOptions options = OnnxOptions.DEFAULT.withSize(List.of(640L, 640L));
        OnnxModel model = OnnxModel.read(Models.file("ch_PP-OCRv4_det_infer"), options);
        NetworkReport report = Lint.run(model.definition(), LintOptions.DEFAULT).report();
        assertEquals(2_301_935_744L, report.macs().orElseThrow());
    }

    @Test
    void allOfAFileIsReadButForWhatHasNoWord() throws IOException {
        for (String name : Models.names().toList()) {
            boolean whole = !name.equals("mvit_v1_b");
            assertEquals(whole, Models.read(name).isWhole(), name);
        }
    }
}
