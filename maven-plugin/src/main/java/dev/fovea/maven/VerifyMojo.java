package dev.fovea.maven;

import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import dev.fovea.onnx.lint.Verification;
import dev.fovea.report.NetworkReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that an annotated class and a model file are one network: layer by layer, and fails at the first that differs,
 * with both values. It reads the report that the compiler wrote for the class.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.PROCESS_CLASSES, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends ModelMojo {
    /** Binary name of the annotated class, {@code com.acme.SegNet}. */
    @Parameter(property = "fovea.className", required = true)
    private @Nullable String className;

    /** Where the class was compiled to; by default the project's output, or the working directory where there is no project. */
    @Parameter(property = "fovea.classes")
    private @Nullable File classes;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
    private @Nullable File output;

    @Parameter(defaultValue = "${project.file}", readonly = true)
    private @Nullable File project;

    /** For Maven. */
    public VerifyMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            return;
        }
        File file = files().get(0);
        File report = new File(folder(), "META-INF/fovea/" + checked(String.valueOf(className)) + ".json");
        if (!report.exists()) {
            throw new MojoExecutionException(
                    "%s is missing: compile %s with Fovea's processor first".formatted(report, className));
        }
        NetworkReport annotated;
        try {
            annotated = NetworkReport.fromJson(Files.readString(report.toPath(), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException failure) {
            throw new MojoExecutionException("%s cannot be read: %s".formatted(report, failure.getMessage()), failure);
        }
        OnnxModel model = read(file, Optional.empty());
        warn(file, model, "only what comes before it is compared");
        NetworkReport read =
                FileLint.of(model, FileLintOptions.DEFAULT).result().report();
        Optional<String> difference = Verification.firstDifference(annotated, read);
        if (difference.isPresent()) {
            throw new MojoFailureException(
                    "%s and %s differ: %s".formatted(className, file.getName(), difference.get()));
        }
        getLog().info("%s is %s %s"
                .formatted(className, model.isWhole() ? "the network of" : "what could be read of", file.getName()));
    }

    private File folder() {
        if (classes != null) {
            return classes;
        }
        return output == null || project == null ? new File(".") : output;
    }
}
