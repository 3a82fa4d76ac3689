package dev.fovea.maven;

import dev.fovea.Hdc;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.html.HtmlReports;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.SeverityList;
import dev.fovea.core.report.ReadOn;
import dev.fovea.onnx.OnnxModel;
import dev.fovea.onnx.lint.FileLint;
import dev.fovea.onnx.lint.FileLintOptions;
import dev.fovea.onnx.unread.Missing;
import dev.fovea.onnx.unread.NotExpressed;
import dev.fovea.report.Diagnostic;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lints exported models: holes and lattices of dilated stacks, misaligned branches, layers that add nothing, and the like.
 * Errors on dilated stacks are warnings here, since whoever deploys a model cannot mend it.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, requiresProject = false, threadSafe = true)
public final class LintMojo extends ModelMojo {
    /** Severities by rule: {@code CroppedInput=off,DilationGap=error}; {@code all=…} for the others. */
    @Parameter(property = "fovea.severity", defaultValue = "")
    private @Nullable String severity;

    /** The least severity that fails the build: {@code error}, {@code warning}, {@code note} or {@code never}. */
    @Parameter(property = "fovea.failOn", defaultValue = "error")
    private String failOn = "error";

    /** How dilated stacks are judged: {@code exact}, by lost pixels, or {@code strict}, by the classical rule. */
    @Parameter(property = "fovea.hdc", defaultValue = "exact")
    private String hdc = "exact";

    /** A folder for a page with the figures of each model; left out: none is written. */
    @Parameter(property = "fovea.html")
    private @Nullable File html;

    /** A file for the findings as a SARIF 2.1.0 log; left out: none is written. */
    @Parameter(property = "fovea.sarif")
    private @Nullable File sarif;

    /** A folder for the report of each model as JSON, which {@code diff} compares; left out: none is written. */
    @Parameter(property = "fovea.report")
    private @Nullable File report;

    /** Findings that are known and accepted, each with {@code rule}, {@code node} and {@code reason}. */
    @Parameter
    private List<Accepted> accepted = new ArrayList<>();

    /** For Maven. */
    public LintMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            return;
        }
        FileLintOptions options = options();
        Optional<Severity> least = least();
        int failing = 0;
        List<FileLint> lints = new ArrayList<>();
        for (File file : files()) {
            OnnxModel read = read(file, Optional.empty());
            FileLint lint = FileLint.of(read, options);
            lints.add(lint);
            failing += tell(file, lint, least);
        }
        write(lints);
        if (failing > 0) {
            throw new MojoFailureException(
                    "%s of severity %s or above in the model; mend it, accept them in <accepted>, or set fovea.severity or fovea.failOn"
                            .formatted(count(failing, "finding"), failOn));
        }
    }

    private FileLintOptions options() throws MojoExecutionException {
        List<String> faults = new ArrayList<>();
        Map<String, Optional<Severity>> severities =
                SeverityList.parse(severity == null ? "" : severity, "fovea.severity", faults::add);
        if (!faults.isEmpty()) {
            throw new MojoExecutionException(faults.get(0));
        }
        Hdc strictness;
        try {
            strictness = Hdc.valueOf(hdc.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new MojoExecutionException("fovea.hdc is \"%s\"; write exact or strict".formatted(hdc));
        }
        return new FileLintOptions(
                severities, strictness, accepted.stream().map(Accepted::finding).toList());
    }

    /** Empty: no finding fails the build. */
    private Optional<Severity> least() throws MojoExecutionException {
        return switch (failOn.toLowerCase(Locale.ROOT)) {
            case "never" -> Optional.empty();
            case "error", "warning", "note" -> Optional.of(Severity.valueOf(failOn.toUpperCase(Locale.ROOT)));
            default ->
                throw new MojoExecutionException(
                        "fovea.failOn is \"%s\"; write error, warning, note or never".formatted(failOn));
        };
    }

    /** Logs what was found; returns how many findings fail the build. */
    private int tell(File file, FileLint lint, Optional<Severity> least) throws MojoExecutionException {
        String name = file.getName();
        for (NotExpressed part : lint.model().notExpressed()) {
            if (part.isGap()) {
                getLog().warn("%s: not read: %s; what depends on it is not judged".formatted(name, part));
            } else if (part.missing() == Missing.COSTS) {
                getLog().info("%s: costs are counted without it: %s".formatted(name, part));
            } else {
                getLog().debug("%s: left out: %s".formatted(name, part));
            }
        }
        hint(file, lint.model());
        lint.unmatched().forEach(unmatched -> getLog().warn("%s: %s is accepted at %s, which is not a node of the file"
                .formatted(name, unmatched.rule(), unmatched.node())));
        List<LintFinding> findings = lint.result().findings();
        List<Diagnostic> diagnostics = lint.result().report().diagnostics();
        int failing = 0;
        int told = 0;
        ReadOn readOn = new ReadOn();
        for (int i = 0; i < findings.size(); i++) {
            LintFinding finding = findings.get(i);
            if (finding.accepted().isPresent()) {
                getLog().debug("%s: accepted (%s): %s"
                        .formatted(name, finding.accepted().get(), lint.text(diagnostics.get(i))));
                continue;
            }
            told++;
            String line = "%s: %s\n  %s".formatted(name, lint.text(diagnostics.get(i)), readOn.line(finding.rule()));
            switch (finding.severity()) {
                case ERROR -> getLog().error(line);
                case WARNING -> getLog().warn(line);
                case NOTE -> getLog().info(line);
            }
            // Severities are declared from the most severe on.
            failing += least.isPresent() && finding.severity().compareTo(least.get()) <= 0 ? 1 : 0;
        }
        getLog().info("%s: %s from %s, %s"
                .formatted(
                        name,
                        count(lint.result().network().network().layers().size(), "layer"),
                        count(lint.model().nodeCount(), "node"),
                        told == 0 ? "no findings" : count(told, "finding")));
        return failing;
    }

    private void write(List<FileLint> lints) throws MojoExecutionException {
        try {
            if (html != null) {
                HtmlReports pages = new HtmlReports(html.toPath(), html.toPath());
                for (FileLint lint : lints) {
                    pages.add(lint.result());
                }
                pages.finish();
            }
            if (report != null) {
                for (FileLint lint : lints) {
                    Texts.write(
                            new File(report, lint.model().definition().model() + ".json"),
                            lint.result().report().toJson());
                }
            }
            if (sarif != null) {
                Texts.write(sarif, SarifFile.text(lints));
            }
        } catch (IOException failure) {
            throw new MojoExecutionException("a report cannot be written: " + failure, failure);
        }
    }
}
