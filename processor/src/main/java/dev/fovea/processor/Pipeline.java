package dev.fovea.processor;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Region;
import dev.fovea.core.finding.Reported;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.report.FindingLog;
import dev.fovea.core.report.ReportBuilder;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.core.rule.BlockFaults;
import dev.fovea.core.rule.Examination;
import dev.fovea.core.rule.Judge;
import dev.fovea.core.rule.Judged;
import dev.fovea.core.rule.Locator;
import dev.fovea.processor.read.Positions;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.read.Spot;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** The way of one model: build, analyse, judge, generate, report. */
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
        Judge judge = new Judge(settings);
        List<Finding> findings = new ArrayList<>(model.findings());
        findings.addAll(judge.check(model.declaration()));
        Examination examination = Examination.of(model.declaration(), settings.hdc(), settings.rules());
        NetworkBuilder.Built built = examination.built();
        findings.addAll(examination.findings());
        boolean isBlock = model.declaration().isBlock();
        if (isBlock) {
            findings.retainAll(BlockFaults.alone(model.declaration(), findings));
        } else {
            findings.addAll(judge.unused(findings, model.declaration(), examination));
        }
        watch.lap("analysis and rules");
        Output output = new Output(environment, model.anchors().type());
        if (isBlock) {
            output.writeLayerOrder(List.copyOf(built.outputs().keySet()));
        }
        if (!settings.report() && pages.isEmpty()) {
            report(model, built, judge.judge(findings, model.declaration(), built.sites()));
            return;
        }
        NetworkReport facts = ReportBuilder.facts(examination.subject());
        if (settings.report() && !output.writeClass(built.outputs(), facts)) {
            findings.add(taken(model));
        }
        List<Judged> judged = judge.judge(findings, model.declaration(), built.sites());
        NetworkReport report = ReportBuilder.withDiagnostics(facts, built, judged);
        if (settings.report()) {
            output.writeJson(report);
        }
        List<Optional<Region>> regions = report(model, built, judged);
        watch.lap("report");
        if (pages.isPresent()) {
            pages.get().add(examination.subject(), report, regions);
            watch.lap("pages");
        }
    }

    private static Finding taken(ReadModel model) {
        return Finding.of(
                Structural.LAYER_CONFLICT.info().name(),
                Place.model(),
                "the report class of %s cannot be generated: its name is taken by another class; rename one of them"
                        .formatted(model.anchors().type().getSimpleName()));
    }

    /** Reports the findings and returns where each of them stands. */
    private List<Optional<Region>> report(ReadModel model, NetworkBuilder.Built built, List<Judged> judged) {
        if (judged.isEmpty()) {
            return List.of();
        }
        List<Optional<Region>> regions = new ArrayList<>();
        Positions positions = Positions.of(environment);
        Locator locator = new Locator(
                built.sites(), new BlockFaults(model.declaration().hdc().orElse(settings.hdc())));
        for (int i = 0; i < judged.size(); i++) {
            Locator.Location location = locator.locate(judged.get(i).finding());
            Spot spot = model.anchors().at(location.member(), location.place());
            regions.add(spot.region(positions));
            // What makes a block unable to run is reported when the block itself is processed.
            if (location.block().isEmpty()
                    || !Structural.isStructural(judged.get(i).finding())) {
                String key = key(model, judged.get(i), location, i);
                report(spot, reported(key, judged.get(i), location, spot, positions));
            }
        }
        return regions;
    }

    /** All else in a block is reported by its first user, and what is wrong with an argument once for all that take it. */
    private static String key(ReadModel model, Judged judged, Locator.Location location, int index) {
        if (location.block().isPresent()) {
            return "in " + location.block().get().name() + " " + location.key();
        }
        String own = location.isArgument()
                ? location.member().orElseThrow().name() + " " + location.place()
                        + judged.finding().rule()
                : Integer.toString(index);
        return "of " + model.declaration().model() + " " + own;
    }

    private static Reported reported(
            String key, Judged judged, Locator.Location location, Spot spot, Positions positions) {
        Place place = location.place();
        return new Reported(
                key,
                judged.finding().rule(),
                judged.severity(),
                judged.finding().message(),
                judged.accepted(),
                spot.anchor(),
                spot.isType(),
                "%s.%s[%s] %s".formatted(place.annotation(), place.attribute(), place.entry(), location.key()),
                spot.region(positions));
    }

    private void report(Spot spot, Reported finding) {
        if (log.add(finding)) {
            spot.print(
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
