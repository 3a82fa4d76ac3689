package dev.fovea.processor;

import dev.fovea.processor.analysis.Analysis;
import dev.fovea.processor.build.NetworkBuilder;
import dev.fovea.processor.finding.Finding;
import dev.fovea.processor.finding.Place;
import dev.fovea.processor.finding.Structural;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.report.ReportBuilder;
import dev.fovea.processor.rule.BlockFaults;
import dev.fovea.processor.rule.Judge;
import dev.fovea.processor.rule.Judged;
import dev.fovea.processor.rule.Locator;
import dev.fovea.processor.rule.Rules;
import dev.fovea.processor.rule.Subject;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** The way of one model: build, analyse, judge, generate, report. */
final class Pipeline {
    private final ProcessingEnvironment environment;
    private final Settings settings;
    private final Set<String> printed;

    /** @param printed what was reported inside blocks, so that several users of a block report it once */
    Pipeline(ProcessingEnvironment environment, Settings settings, Set<String> printed) {
        this.environment = environment;
        this.settings = settings;
        this.printed = printed;
    }

    void run(ReadModel model) {
        Judge judge = new Judge(settings::severity);
        List<Finding> findings = new ArrayList<>(model.findings());
        findings.addAll(judge.check(model.declaration()));
        NetworkBuilder.Built built = NetworkBuilder.build(model.declaration());
        findings.addAll(built.findings());
        Analysis analysis = Analysis.of(built.network());
        findings.addAll(analysis.findings());
        Subject subject = Subject.of(analysis, settings.hdc());
        Rules.ALL.forEach(rule -> rule.check(subject, findings::add));
        boolean isBlock = model.declaration().isBlock();
        if (isBlock) {
            findings.retainAll(BlockFaults.alone(model.declaration(), findings));
        }
        Output output = new Output(environment, model.anchors().type());
        if (isBlock) {
            output.writeLayerOrder(List.copyOf(built.outputs().keySet()));
        }
        if (!settings.report()) {
            print(model, built, judge.judge(findings, model.declaration(), built.sites()));
            return;
        }
        NetworkReport facts = ReportBuilder.facts(subject);
        if (!output.writeClass(built.outputs(), facts)) {
            findings.add(taken(model));
        }
        List<Judged> judged = judge.judge(findings, model.declaration(), built.sites());
        output.writeJson(ReportBuilder.withDiagnostics(facts, built, judged));
        print(model, built, judged);
    }

    private static Finding taken(ReadModel model) {
        return Finding.of(
                Structural.LAYER_CONFLICT.info().name(),
                Place.model(),
                "the report class of %s cannot be generated: its name is taken by another class; rename one of them"
                        .formatted(model.anchors().type().getSimpleName()));
    }

    private void print(ReadModel model, NetworkBuilder.Built built, List<Judged> judged) {
        Locator locator = new Locator(
                built.sites(), new BlockFaults(model.declaration().hdc().orElse(settings.hdc())));
        Set<Object> arguments = new HashSet<>();
        for (Judged one : judged) {
            Locator.Location location = locator.locate(one.finding());
            if (one.accepted().isEmpty()
                    && isNewInBlock(one, location)
                    && (!location.isArgument()
                            || arguments.add(List.of(
                                    one.finding().rule(),
                                    location.member().orElseThrow().name(),
                                    location.place())))) {
                print(model, one, location);
            }
        }
    }

    /** What makes a block unable to run is reported when the block itself is processed, all else by its first user. */
    private boolean isNewInBlock(Judged judged, Locator.Location location) {
        if (location.block().isEmpty()) {
            return true;
        }
        return !Structural.isStructural(judged.finding())
                && printed.add(location.block().get().name() + " " + location.key());
    }

    private void print(ReadModel model, Judged judged, Locator.Location location) {
        model.anchors()
                .print(
                        environment.getMessager(),
                        kind(judged),
                        location.member(),
                        location.place(),
                        "[%s] %s"
                                .formatted(
                                        judged.finding().rule(),
                                        judged.finding().message()));
    }

    private static Diagnostic.Kind kind(Judged judged) {
        return switch (judged.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }
}
