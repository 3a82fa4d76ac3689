package dev.fovea.processor;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Region;
import dev.fovea.core.finding.Reported;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.lint.Location;
import dev.fovea.core.report.FindingLog;
import dev.fovea.processor.read.Positions;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.read.SourceAnchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** The way of one model through a compilation: lint, generate, report. */
final class Pipeline {
    private final ProcessingEnvironment environment;
    private final Settings settings;
    private final FindingLog log;
    private final Optional<PageFiles> pages;

    /**
     * @param log takes what is found, so that several users of a block report its faults once
     * @param pages takes what there is to show, where that is asked for
     */
    Pipeline(ProcessingEnvironment environment, Settings settings, FindingLog log, Optional<PageFiles> pages) {
        this.environment = environment;
        this.settings = settings;
        this.log = log;
        this.pages = pages;
    }

    void run(ReadModel model) {
        Stopwatch watch = new Stopwatch(System::nanoTime);
        run(model, watch);
        Optional<String> note = watch.note(model.declaration().model());
        if (note.isPresent()) {
            environment.getMessager().printMessage(Diagnostic.Kind.NOTE, note.get());
        }
    }

    private void run(ReadModel model, Stopwatch watch) {
        LintResult result = Lint.run(model.declaration(), model.findings(), settings.lint());
        watch.lap("analysis and rules");
        Output output = new Output(environment, model.anchors().model());
        if (model.declaration().isBlock()) {
            output.writeLayerOrder(List.copyOf(result.outputs().keySet()));
        }
        if (settings.report() && !output.writeClass(result.outputs(), result.facts())) {
            result = result.with(taken(model));
        }
        if (settings.report()) {
            output.writeJson(result.report());
        }
        List<Optional<Region>> regions = report(model, result.findings());
        watch.lap("report");
        if (pages.isPresent()) {
            pages.get().add(result, regions);
            watch.lap("pages");
        }
    }

    private static Finding taken(ReadModel model) {
        return Structural.LAYER_CONFLICT.finding(
                Place.model(),
                "the report class of %s cannot be generated: its name is taken by another class; rename one of them"
                        .formatted(model.anchors().model().getSimpleName()));
    }

    /** Reports the findings and returns where each of them stands. */
    private List<Optional<Region>> report(ReadModel model, List<LintFinding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        List<Optional<Region>> regions = new ArrayList<>();
        Positions positions = Positions.of(environment);
        for (int i = 0; i < findings.size(); i++) {
            LintFinding found = findings.get(i);
            Location location = found.location();
            SourceAnchor anchor = model.anchors().at(location.member(), location.place());
            regions.add(anchor.region(positions));
            // What makes a block unable to run is reported when the block itself is processed.
            if (location.block().isEmpty() || !Structural.isStructural(found.finding())) {
                report(anchor, reported(key(model, found, anchor, positions, i), found, anchor, positions));
            }
        }
        return regions;
    }

    /**
     * All else in a block is reported by its first user, and what is wrong with an argument or an expression once for all
     * that take it.
     */
    private static String key(ReadModel model, LintFinding found, SourceAnchor anchor, Positions positions, int index) {
        if (anchor.isExpression()) {
            return "at " + anchor.region(positions) + found.rule();
        }
        Location location = found.location();
        if (location.block().isPresent()) {
            return "in " + location.block().get().name() + " " + location.key();
        }
        String own = location.isArgument()
                ? location.member().orElseThrow().name() + " " + location.place() + found.rule()
                : Integer.toString(index);
        return "of " + model.declaration().model() + " " + own;
    }

    private static Reported reported(String key, LintFinding found, SourceAnchor anchor, Positions positions) {
        Location location = found.location();
        Place place = location.place();
        return new Reported(
                key,
                found.rule(),
                found.severity(),
                found.message(),
                found.accepted(),
                anchor.anchor(),
                anchor.isType(),
                "%s.%s[%s] %s".formatted(place.annotation(), place.attribute(), place.entry(), location.key()),
                anchor.region(positions));
    }

    private void report(SourceAnchor anchor, Reported finding) {
        if (log.add(finding)) {
            anchor.print(
                    environment.getMessager(),
                    kind(finding.severity()),
                    "[%s] %s".formatted(finding.rule(), finding.message()));
        }
    }

    private static Diagnostic.Kind kind(Severity severity) {
        return switch (severity) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }
}
