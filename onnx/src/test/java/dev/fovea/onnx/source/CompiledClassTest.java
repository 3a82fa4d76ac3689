package dev.fovea.onnx.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.lint.Verification;
import dev.fovea.onnx.testing.Models;
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
    private static final List<String> NAMES = List.of(
            "convnext_tiny",
            "deeplabv3_resnet101",
            "shufflenet_v2_x1_0",
            "squeezenet1_1",
            "swin_t",
            "x_crnn",
            "x_unet_aligncorners",
            "x_wavenet",
            "x_yolo_focus",
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
        for (String name : NAMES) {
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
                model.isCosted(),
                "example.Ssd",
                new ModelOrigin("weird \\u002a/ \"name\".onnx", "00"));
        Path folder = Files.createDirectories(directory.resolve("example"));
        assertEquals(List.of(), compile(false, Files.writeString(folder.resolve("Ssd.java"), source)));
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
