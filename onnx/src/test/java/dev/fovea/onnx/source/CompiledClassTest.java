package dev.fovea.onnx.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.OnnxOptions;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import dev.fovea.onnx.lint.Verification;
import dev.fovea.onnx.testing.GraphText;
import dev.fovea.onnx.testing.Models;
import dev.fovea.onnx.unread.OnnxException;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes and constants made of files, as the compiler and Fovea's processor see them. */
final class CompiledClassTest {
    /** One of each kind; with {@code -Dfovea.all=true} all files. */
    private static final List<String> NAMES = List.of(
            "convnext_tiny",
            "deeplabv3_resnet101",
            "fasterrcnn_mobilenet_v3_large_320_fpn",
            "mc3_18",
            "shufflenet_v2_x1_0",
            "squeezenet1_1",
            "swin_t",
            "x_attentions",
            "x_crnn",
            "x_maxvit",
            "x_mixer",
            "x_pspnet",
            "x_unet3d",
            "x_unet_aligncorners",
            "x_wavenet",
            "x_yolo_focus",
            "y_hdc_125125",
            "y_pspnet_backbone",
            "y_tcn");

    @TempDir
    Path directory;

    /** Compiles with every lint; returns what the compiler says. */
    private List<String> compile(boolean processed, Path... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = new ArrayList<>(List.of(
                    "-d",
                    directory.toString(),
                    "-Xlint:all,-processing",
                    "--release",
                    "17",
                    "-cp",
                    System.getProperty("java.class.path")));
            options.addAll(
                    processed ? List.of("-processor", "dev.fovea.processor.FoveaProcessor") : List.of("-proc:none"));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjects(sources));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                // How long it took depends on the machine.
                .filter(diagnostic -> !diagnostic.getMessage(null).startsWith("Fovea worked"))
                .map(diagnostic -> diagnostic.getKind() + " " + diagnostic.getMessage(null))
                .collect(Collectors.toList());
    }

    @Test
    void importedClassesCompileWithoutWarningsToTheFiguresOfTheirFiles() throws IOException {
        List<Path> sources = new ArrayList<>();
        List<OnnxModel> models = new ArrayList<>();
        for (String name : Boolean.getBoolean("fovea.all") ? Models.names().toList() : NAMES) {
            OnnxModel model = Models.read(name);
            ImportedClass imported = ImportedClass.of(model, ModelOrigin.of(Models.file(name)));
            String file = imported.definition().model() + ".java";
            sources.add(Files.writeString(directory.resolve(file), imported.source()));
            models.add(model);
        }
        assertEquals(List.of(), compile(true, sources.toArray(Path[]::new)));
        for (OnnxModel model : models) {
            String json = Files.readString(
                    directory.resolve("META-INF/fovea/" + model.definition().model() + ".json"));
            NetworkReport compiled = NetworkReport.fromJson(json);
            NetworkReport file =
                    Lint.run(model.definition(), LintOptions.DEFAULT).report();
            assertEquals(file.layers().size(), compiled.layers().size());
            assertEquals(file.parameters(), compiled.parameters());
            assertEquals(file.macs(), compiled.macs());
            assertEquals(Optional.empty(), Verification.firstDifference(compiled, file));
            for (int i = 0; i < file.layers().size(); i++) {
                assertEquals(
                        file.layers().get(i).field(), compiled.layers().get(i).field());
                assertEquals(
                        file.layers().get(i).shape(), compiled.layers().get(i).shape());
            }
        }
    }

    @Test
    void constantsCompileAlsoForNamesThatAreNoJava() throws IOException {
        OnnxModel model = Models.read("ssd300_vgg16");
        String source = ConstantsSource.write(
                Lint.run(model.definition(), LintOptions.DEFAULT),
                model,
                "example.Ssd",
                new ModelOrigin("weird \\u002a/ \"name\".onnx", "00"));
        Path folder = Files.createDirectories(directory.resolve("example"));
        assertEquals(List.of(), compile(false, Files.writeString(folder.resolve("Ssd.java"), source)));
    }

    @Test
    void constantsOfAPartAreNotThoseOfTheOutput() throws IOException {
        OnnxModel model = Models.read("mvit_v1_b");
        String source = ConstantsSource.write(
                Lint.run(model.definition(), LintOptions.DEFAULT), model, "Mvit", new ModelOrigin("m.onnx", "00"));
        assertFalse(source.contains(" SIZE ") || source.contains("of the output"), source);
        assertTrue(source.contains("_SIZE = "), source);
    }

    @Test
    void aFileThatIsCalledAsAnAnnotationGivesAClassOfAnotherName() throws IOException {
        Path file = Files.copy(Models.file("y_tcn"), directory.resolve("dilated.onnx"));
        OnnxModel model = OnnxModel.read(file);
        assertEquals("DilatedModel", model.definition().model());
        String source =
                ImportedClass.of(model, new ModelOrigin("dilated.onnx", "00")).source();
        assertEquals(List.of(), compile(true, Files.writeString(directory.resolve("DilatedModel.java"), source)));
        OnnxOptions named = OnnxOptions.DEFAULT.withClassName("mine.Conv");
        assertThrows(OnnxException.class, () -> OnnxModel.read(file, named));
    }

    @Test
    void namesInAFileBecomeNoCodeAndSteerNoTerminal() throws IOException {
        String hostile = "*/ class Injected {} \\u002a\\u002f\n\u001b[2J\u202e\u0001 \"@";
        byte[] bytes = GraphText.of(1, 3, 32, 32)
                .weight("w", 3, 3, 3, 3)
                .weight("v", 3, 3, 3, 3)
                .node(hostile, "a = Conv(x, w) dilations=2,2 pads=2,2,2,2")
                .node("/" + hostile + "/" + hostile, "b = Conv(a, v) dilations=2,2 pads=2,2,2,2")
                .node(hostile, "y = mine:Unheard(b)")
                .file("b", "y");
        OnnxModel model = OnnxModel.read(Files.write(directory.resolve("hostile.onnx"), bytes));
        ModelOrigin origin = new ModelOrigin(hostile, "00");
        ImportedClass imported = ImportedClass.of(model, origin);
        FileLint lint = FileLint.of(model, FileLintOptions.DEFAULT);
        String constants = ConstantsSource.write(lint.result(), model, "Figures", origin);
        Path own = directory.resolve(imported.definition().model() + ".java");
        assertEquals(
                List.of(),
                compile(
                        true,
                        Files.writeString(own, imported.source()),
                        Files.writeString(directory.resolve("Figures.java"), constants)));
        assertFalse(Files.exists(directory.resolve("Injected.class")));
        List<String> printed = new ArrayList<>();
        model.notExpressed().forEach(part -> printed.add(part.toString()));
        lint.result().report().diagnostics().forEach(finding -> printed.add(lint.text(finding)));
        assertTrue(printed.size() >= 2, printed::toString);
        for (String line : printed) {
            assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 0x7f), line);
        }
    }

    @Test
    void theFirstLayerThatDiffersIsNamedWithBothValues() throws IOException {
        NetworkReport one =
                Lint.run(Models.read("vgg11").definition(), LintOptions.DEFAULT).report();
        NetworkReport other =
                Lint.run(Models.read("vgg13").definition(), LintOptions.DEFAULT).report();
        assertEquals(
                "features_2: the class says operation Pool, the file's features_2 has Conv",
                Verification.firstDifference(one, other).orElseThrow());
    }
}
