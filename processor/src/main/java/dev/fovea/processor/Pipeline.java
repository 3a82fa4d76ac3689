package dev.fovea.processor;

import com.palantir.javapoet.JavaFile;
import dev.fovea.processor.analysis.Analysis;
import dev.fovea.processor.build.NetworkBuilder;
import dev.fovea.processor.finding.Finding;
import dev.fovea.processor.finding.Place;
import dev.fovea.processor.finding.Structural;
import dev.fovea.processor.generate.ReportClass;
import dev.fovea.processor.network.Network;
import dev.fovea.processor.read.ReadModel;
import dev.fovea.processor.report.ReportBuilder;
import dev.fovea.processor.rule.Judge;
import dev.fovea.processor.rule.Judged;
import dev.fovea.processor.rule.Rule;
import dev.fovea.processor.rule.Rules;
import dev.fovea.processor.rule.Subject;
import dev.fovea.report.LayerReport;
import dev.fovea.report.NetworkReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** The way of one model: build, analyse, judge, generate, report. */
final class Pipeline {
    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final ProcessingEnvironment environment;
    private final Settings settings;

    Pipeline(ProcessingEnvironment environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    void run(ReadModel model) {
        Judge judge = new Judge(settings::severity);
        List<Finding> findings = new ArrayList<>(model.findings());
        findings.addAll(judge.check(model.acceptances()));
        NetworkBuilder.Built built = NetworkBuilder.build(model.declaration());
        findings.addAll(built.findings());
        Analysis analysis = Analysis.of(built.network());
        findings.addAll(analysis.findings());
        Subject subject = Subject.of(analysis, settings.hdc());
        for (Rule rule : Rules.ALL) {
            rule.check(subject, findings::add);
        }
        if (!settings.report()) {
            print(model, judge.judge(findings, model.acceptances()));
            return;
        }
        NetworkReport facts = ReportBuilder.facts(subject);
        if (!writeClass(model, built.network(), facts)) {
            findings.add(taken(model.anchors().type()));
        }
        List<Judged> judged = judge.judge(findings, model.acceptances());
        writeJson(model, ReportBuilder.withDiagnostics(facts, built.network(), judged));
        print(model, judged);
    }

    private static Finding taken(TypeElement type) {
        return Finding.of(
                Structural.LAYER_CONFLICT.info().name(),
                Place.model(),
                "the report class of %s cannot be generated: its name is taken by another class; rename one of them"
                        .formatted(type.getSimpleName()));
    }

    /** Returns false if there is such a class already. */
    private boolean writeClass(ReadModel model, Network network, NetworkReport report) {
        Set<String> names = Set.copyOf(
                model.declaration().layers().stream().map(layer -> layer.name()).toList());
        List<LayerReport> declared = report.layers().stream()
                .filter(layer -> names.contains(layer.name()))
                .toList();
        TypeElement type = model.anchors().type();
        String generator = isGeneratedVisible(type) ? FoveaProcessor.class.getName() : "";
        JavaFile file = ReportClass.of(type, declared, "/" + resource(network.model()), generator);
        try {
            file.writeTo(environment.getFiler());
            return true;
        } catch (FilerException taken) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void writeJson(ReadModel model, NetworkReport report) {
        try (Writer writer = environment
                .getFiler()
                .createResource(
                        StandardLocation.CLASS_OUTPUT,
                        "",
                        resource(report.model()),
                        model.anchors().type())
                .openWriter()) {
            writer.write(report.toJson());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String resource(String model) {
        return "META-INF/fovea/" + model + ".json";
    }

    private boolean isGeneratedVisible(TypeElement model) {
        Elements elements = environment.getElementUtils();
        ModuleElement module = elements.getModuleOf(model);
        return (module == null ? elements.getTypeElement(GENERATED) : elements.getTypeElement(module, GENERATED))
                != null;
    }

    private void print(ReadModel model, List<Judged> judged) {
        for (Judged one : judged) {
            if (one.accepted().isEmpty()) {
                model.anchors()
                        .print(
                                environment.getMessager(),
                                kind(one),
                                one.finding().place(),
                                "[%s] %s"
                                        .formatted(
                                                one.finding().rule(),
                                                one.finding().message()));
            }
        }
    }

    private static Diagnostic.Kind kind(Judged judged) {
        return switch (judged.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }
}
