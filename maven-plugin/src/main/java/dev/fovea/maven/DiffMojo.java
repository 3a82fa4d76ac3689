package dev.fovea.maven;

import dev.fovea.core.html.ComparisonPage;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import dev.fovea.report.NetworkReport;
import dev.fovea.report.ReportDiff;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells two models apart: figures of the network, layers and findings that differ, as Markdown for a pull request, and as a page. Each is
 * a model file, or a report that {@code lint} wrote and somebody committed.
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends ModelMojo {
    /** The model before: a model file, or a report ({@code .json}). The one after is {@code model}. */
    @Parameter(property = "fovea.before", required = true)
    private @Nullable File before;

    /** A file for the Markdown; left out: the log. */
    @Parameter(property = "fovea.output")
    private @Nullable File output;

    /** A file for a page with the differences and pictures side by side. */
    @Parameter(property = "fovea.html")
    private @Nullable File html;

    /** Whether a difference fails the build. */
    @Parameter(property = "fovea.failOnDifference", defaultValue = "false")
    private boolean failOnDifference;

    /** For Maven. */
    public DiffMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || before == null) {
            return;
        }
        NetworkReport old = report(before);
        NetworkReport now = report(files().get(0));
        ReportDiff diff = old.diff(now);
        if (html != null) {
            write(html, ComparisonPage.html(old, now));
        }
        String text = diff.isEmpty() ? "No figure and no finding differs.\n" : diff.toMarkdown();
        if (output == null) {
            text.lines().forEach(getLog()::info);
        } else {
            write(output, text);
        }
        if (failOnDifference && !diff.isEmpty()) {
            throw new MojoFailureException("the model differs from " + before);
        }
    }

    private static void write(File file, String text) throws MojoExecutionException {
        try {
            Texts.write(file, text);
        } catch (IOException failure) {
            throw new MojoExecutionException("%s cannot be written: %s".formatted(file, failure), failure);
        }
    }

    private NetworkReport report(File file) throws MojoExecutionException {
        try {
            String text =
                    file.getName().endsWith(".json") ? Files.readString(file.toPath(), StandardCharsets.UTF_8) : "";
            // Configurations of networks are JSON too, and have no schema.
            if (text.contains("\"schema\"")) {
                return NetworkReport.fromJson(text);
            }
            OnnxModel model = read(file, Optional.empty());
            warn(file, model, "what depends on it is not compared");
            return FileLint.of(model, FileLintOptions.DEFAULT).result().report();
        } catch (IOException failure) {
            throw new MojoExecutionException("%s: %s".formatted(file, reason(failure)), failure);
        } catch (IllegalArgumentException malformed) {
            throw new MojoExecutionException("%s is no report: %s".formatted(file, malformed.getMessage()), malformed);
        }
    }
}
