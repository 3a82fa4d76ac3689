package dev.fovea.processor;

import dev.fovea.core.finding.Defect;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Identity;
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
import dev.fovea.core.report.ReadOn;
import dev.fovea.core.rule.ExpectationFailed;
import dev.fovea.processor.read.Positions;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.read.SourceAnchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** The way of one model through a compilation: lint, generate, report. */
final class Pipeline {
    private final ProcessingEnvironment environment;
    private final Settings settings;
    private final FindingLog log;
    private final Errors errors;
    private final KnownFindings known;
    private final Optional<PageFiles> pages;
    private final Set<String> used;

    /**
     * @param log takes what is found, so that several users of a block report its faults once
     * @param errors takes what breaks the build
     * @param known the findings that a baseline accepts
     * @param used the blocks that models of the compilation use
     * @param pages takes what there is to show, where that is asked for
     */
    Pipeline(
            ProcessingEnvironment environment,
            Settings settings,
            FindingLog log,
            Errors errors,
            KnownFindings known,
            Optional<PageFiles> pages,
            Set<String> used) {
        this.environment = environment;
        this.settings = settings;
        this.log = log;
        this.errors = errors;
        this.known = known;
        this.pages = pages;
        this.used = used;
    }

    void run(ReadModel model) {
        if (model.declaration().layers().isEmpty()) {
            report(model, faults(model));
            return;
        }
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
        Output output = new Output(environment, model.anchors().model(), model.others());
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
            pages.get().add(result, !model.anchors().model().getKind().isClass(), regions);
            watch.lap("pages");
        }
    }

    /** What is wrong with a definition that has no layers to lint. */
    private static List<LintFinding> faults(ReadModel model) {
        List<LintFinding> faults = new ArrayList<>();
        for (Finding finding : model.findings()) {
            faults.add(new LintFinding(
                    finding,
                    Severity.ERROR,
                    Optional.empty(),
                    new Location(
                            Optional.empty(), finding.place(), Optional.empty(), Optional.empty(), false, false, false),
                    new Identity.OfModel(model.declaration().model(), faults.size())));
        }
        return faults;
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
        ReadOn readOn = new ReadOn();
        for (LintFinding found : findings) {
            Location location = found.location();
            SourceAnchor anchor = model.anchors().at(location.member(), location.place());
            regions.add(anchor.region(positions));
            if (!isToldElsewhere(model, found)) {
                report(anchor, known.judge(reported(found, anchor, positions)), readOn);
            }
        }
        return regions;
    }

    /**
     * What makes a block unable to run, whoever uses it, is reported when the block itself is processed; all else that is wrong
     * with it by itself there only if nothing uses it, since a user says more. Pins of a block are its own.
     */
    private boolean isToldElsewhere(ReadModel model, LintFinding found) {
        boolean isStructural = Structural.isStructural(found.finding());
        if (model.declaration().isBlock()) {
            return !isStructural
                    && !found.rule().equals(ExpectationFailed.class.getSimpleName())
                    && used.contains(model.declaration().model().replace('$', '.'));
        }
        return isStructural ? found.location().isOfBlock() : found.location().isToldElsewhere();
    }

    /** What is wrong with an expression is reported once, however many layers it builds. */
    private static Identity identity(LintFinding found, SourceAnchor anchor, Positions positions) {
        return anchor.isExpression()
                ? new Identity.OfExpression(anchor.region(positions), found.rule())
                : found.identity();
    }

    private static Reported reported(LintFinding found, SourceAnchor anchor, Positions positions) {
        Location location = found.location();
        Place place = location.place();
        return new Reported(
                identity(found, anchor, positions),
                found.rule(),
                found.severity(),
                found.message(),
                found.accepted(),
                false,
                Structural.isStructural(found.finding()),
                anchor.anchor(),
                anchor.isType(),
                "%s.%s[%s] %s"
                        .formatted(
                                place.annotation(),
                                place.attribute(),
                                place.entry(),
                                location.defect().map(Defect::text).orElse("")),
                anchor.region(positions));
    }

    private void report(SourceAnchor anchor, Reported finding, ReadOn readOn) {
        if (log.add(finding)) {
            String text = "[%s] %s\n  %s".formatted(finding.rule(), finding.message(), readOn.line(finding.rule()));
            switch (finding.severity()) {
                case ERROR -> errors.print(anchor, text);
                case WARNING -> anchor.print(environment.getMessager(), Diagnostic.Kind.WARNING, text);
                case NOTE -> anchor.print(environment.getMessager(), Diagnostic.Kind.NOTE, text);
            }
        }
    }
}
