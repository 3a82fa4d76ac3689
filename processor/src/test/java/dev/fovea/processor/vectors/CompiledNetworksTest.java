package dev.fovea.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.analysis.Analysis;
import dev.fovea.core.analysis.ReceptiveField;
import dev.fovea.core.analysis.ValidTaps;
import dev.fovea.core.network.Extent;
import dev.fovea.core.network.Layer;
import dev.fovea.core.paths.PathCounts;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.core.testing.Seeds;
import dev.fovea.core.tiles.Targets;
import dev.fovea.core.vectors.AgainstBruteForce;
import dev.fovea.core.vectors.RandomGraphs;
import dev.fovea.core.vectors.VectorCase;
import dev.fovea.core.vectors.VectorsTest;
import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.report.AxisField;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks that are written as source, compiled and read back from their reports have the figures of the analysis. */
@Tag("random")
final class CompiledNetworksTest {
    private static final Set<String> VECTORS = Set.of(
            "lenet5",
            "squeeze-excite",
            "deconv-k3s2d3",
            "up-8-to-15",
            "depthwise-grouped",
            "join-jump-mismatch",
            "rect-kernels",
            "googlenet",
            "dag-030",
            "dag-099",
            "seq-009",
            "seq-012");

    private static List<ModelDeclaration> models() {
        List<ModelDeclaration> models = new ArrayList<>(VectorsTest.cases()
                .filter(one -> VECTORS.contains(one.name()))
                .map(VectorCase::model)
                .toList());
        assertEquals(VECTORS.size(), models.size());
        RandomGraphs graphs = new RandomGraphs(5);
        for (int i = 0; i < Seeds.times(40); i++) {
            ModelDeclaration model = graphs.next().model();
            models.add(new ModelDeclaration("vectors.Random" + i, model.input(), model.hdc(), model.layers()));
        }
        return models;
    }

    @ParameterizedTest
    @EnumSource
    void reportWhatTheAnalysisFinds(TestCompiler compiler) {
        Setup setup = Setup.with(FoveaProcessor::new).withOptions("-Afovea.severity=all=off");
        List<ModelDeclaration> models = models();
        try (Compilation compilation = compiler.compile(
                setup, models.stream().map(AnnotatedSource::of).toArray(dev.fovea.processor.testing.Source[]::new))) {
            assertTrue(compilation.success(), () -> compilation.diagnostics() + compilation.log());
            for (ModelDeclaration model : models) {
                String json = compilation
                        .resourceText("META-INF/fovea/" + model.model() + ".json")
                        .orElseThrow();
                check(AgainstBruteForce.analysed(model), NetworkReport.fromJson(json), model.model());
            }
        }
    }

    private static void check(Analysis analysis, NetworkReport report, String model) {
        List<Layer> layers = analysis.network().layers();
        assertEquals(model, report.model());
        assertEquals(
                layers.stream().map(Layer::name).toList(),
                report.layers().stream().map(LayerReport::name).toList());
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            LayerReport read = report.layers().get(i);
            String where = model + ", " + layer.name();
            assertEquals(layer.operation().label(), read.op(), where);
            assertEquals(layer.shape().channels(), read.shape().channels(), where);
            assertEquals(
                    layer.shape().extents().stream().map(Extent::known).toList(),
                    read.shape().size(),
                    where);
            assertEquals(layer.costs().parameters(), read.parameters(), where);
            assertEquals(layer.costs().macs(), read.macs(), where);
            assertEquals(layer.dataDependent(), read.dataDependent(), where);
            assertEquals(ValidTaps.of(analysis.network(), layer), read.validTaps(), where);
            for (int axis = 0; axis < report.axes(); axis++) {
                check(analysis.figures().get(i).get(axis), read.field().get(axis), where + ", axis " + axis);
            }
        }
        assertEquals(Targets.of(analysis.network(), PathCounts.of(analysis)), report.targets(), model);
    }

    private static void check(ReceptiveField figures, AxisField read, String where) {
        assertEquals(figures.size(), read.size(), where);
        assertEquals(figures.jump(), read.jump(), where);
        assertEquals(figures.start(), read.start(), where);
        assertEquals(figures.centre(), read.centre(), where);
        assertEquals(figures.covered(), read.covered(), where);
        assertEquals(figures.shortest(), read.shortest(), where);
        assertEquals(figures.seen().global(), read.global(), where);
        assertEquals(figures.seen().uniform(), read.uniform(), where);
    }
}
