package dev.fovea.maven;

import dev.fovea.core.html.BuildComparison;
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
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares two models: figures of the network, layers and findings that differ, as Markdown for a pull request, and as a page. Each is
 * a model file, or a report that {@code lint} wrote and somebody committed; or two builds, each a folder of reports.
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends ModelMojo {
    /** The model before: a model file, a report ({@code .json}), or a folder of reports. The one after is {@code model}. */
    @Parameter(property = "fovea.before", required = true)
    private @Nullable File before;

    /** A file for the Markdown; left out: the log. */
    @Parameter(property = "fovea.output")
    private @Nullable File output;

    /** A file for a page with the differences and pictures side by side; of two folders, a folder for pages. */
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
        File after = files().get(0);
        if (before.isDirectory() || after.isDirectory()) {
            compareBuilds(before, after);
        } else {
            compareModels(before, after);
        }
    }

    private void compareModels(File first, File second) throws MojoExecutionException, MojoFailureException {
        NetworkReport old = report(first);
        NetworkReport now = report(second);
        ReportDiff diff = old.diff(now);
        if (html != null) {
            write(html, ComparisonPage.html(old, now));
        }
        tell(first, diff.isEmpty(), diff.toMarkdown());
    }

    private void compareBuilds(File first, File second) throws MojoExecutionException, MojoFailureException {
        for (File folder : List.of(first, second)) {
            if (!folder.isDirectory()) {
                throw new MojoExecutionException(
                        "%s is not a folder, but the other side is; name two folders, or two files".formatted(folder));
            }
        }
        BuildComparison comparison;
        try {
            comparison = BuildComparison.of(first.toPath(), second.toPath());
            if (html != null) {
                comparison.write(html.toPath());
            }
        } catch (IOException failure) {
            throw new MojoExecutionException(failure.getMessage(), failure);
        }
        tell(first, comparison.isEmpty(), comparison.toMarkdown());
    }

    private void tell(File first, boolean isEmpty, String markdown)
            throws MojoExecutionException, MojoFailureException {
        String text = isEmpty ? "No figure and no finding differs.\n" : markdown;
        if (output == null) {
            text.lines().forEach(getLog()::info);
        } else {
            write(output, text);
        }
        if (failOnDifference && !isEmpty) {
            throw new MojoFailureException("the model differs from " + first);
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
            throw new MojoExecutionException(
                    "%s is not a report: %s".formatted(file, malformed.getMessage()), malformed);
        }
    }
}
