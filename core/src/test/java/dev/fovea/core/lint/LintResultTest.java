package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import dev.fovea.core.network.Operation;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import dev.fovea.report.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a linted model hands on: its definition, its facts, and its findings in the form of a report. */
final class LintResultTest {
    private static final DeclarationFactory FACTORY = new DeclarationFactory();

    /** Rates 1, 2 and 9, of which the last one skips pixels. */
    private static final List<Declaration> RATES = List.of(dilated("a", 1), dilated("b", 2), dilated("c", 9));

    private static Declaration dilated(String name, long rate) {
        return FACTORY.layer(name, "Dilated", Map.of("kernel", List.of(3L), "rate", List.of(rate)));
    }

    private static ModelDeclaration model(List<Declaration> layers, List<Acceptance> acceptances) {
        return new ModelDeclaration(
                "test.Model",
                false,
                FACTORY.values("Input", Map.of()),
                List.of(),
                Optional.empty(),
                layers,
                acceptances);
    }

    @Test
    void aReportHasEachFindingWithItsLayerAndAttribute() {
        LintResult result = Lint.run(model(RATES, List.of()), LintOptions.DEFAULT);
        List<Diagnostic> diagnostics = result.report().diagnostics();
        assertEquals(1, diagnostics.size());
        Diagnostic gap = diagnostics.get(0);
        assertEquals("DilationGap", gap.rule());
        assertEquals("error", gap.severity());
        assertEquals(Optional.of("c"), gap.layer());
        assertEquals(Optional.of("rate"), gap.attribute());
        assertEquals(result.findings().get(0).message(), gap.message());
        assertEquals(false, gap.suppressed());
        assertEquals(Optional.empty(), gap.reason());
    }

    @Test
    void anAcceptedFindingIsInTheReportWithItsReason() {
        Acceptance acceptance = new Acceptance("Accept", List.of("DilationGap"), "measured to be harmless");
        LintResult result = Lint.run(model(RATES, List.of(acceptance)), LintOptions.DEFAULT);
        Diagnostic gap = result.report().diagnostics().get(0);
        assertEquals(true, gap.suppressed());
        assertEquals(Optional.of("measured to be harmless"), gap.reason());
    }

    /** The two convolutions of a separable one are one declaration; the last of them stands for it. */
    @Test
    void whatBecomesSeveralLayersIsNamedByTheLast() {
        Declaration separable =
                FACTORY.layer("s", "SeparableConv", Map.of("kernel", List.of(3L), "stride", List.of(0L)));
        LintResult result = Lint.run(model(List.of(separable), List.of()), LintOptions.DEFAULT);
        assertEquals(1, result.findings().size());
        assertEquals(
                Optional.of("s.pointwise"), result.report().diagnostics().get(0).layer());
    }

    @Test
    void aFindingOfTheWholeModelHasNoLayer() {
        Acceptance unknown = new Acceptance("Accept", List.of("DilatonGap"), "none");
        LintResult result = Lint.run(model(List.of(RATES.get(0)), List.of(unknown)), LintOptions.DEFAULT);
        Diagnostic fault = result.report().diagnostics().get(0);
        assertEquals("InvalidAttribute", fault.rule());
        assertEquals(Optional.empty(), fault.layer());
        assertEquals(Optional.of("value"), fault.attribute());
    }

    @Test
    void aFindingThatShowsLaterJoinsTheOthers() {
        LintResult result = Lint.run(model(RATES, List.of()), LintOptions.DEFAULT);
        Object facts = result.facts();
        LintResult more =
                result.with(Structural.LAYER_CONFLICT.finding(Place.model("", ""), "two models have one name"));
        assertEquals(
                List.of("DilationGap", "LayerConflict"),
                more.findings().stream().map(LintFinding::rule).toList());
        assertEquals(1, result.findings().size());
        assertSame(facts, more.facts());
        assertSame(facts, result.facts());
        assertSame(result.model(), more.model());
        assertEquals(Map.of("a", 0, "b", 1, "c", 2), more.outputs());
        assertEquals(
                2, more.network().network().layers().get(2).site().outermost().index());
        assertEquals(2, more.report().diagnostics().size());
        assertEquals(Optional.empty(), more.report().diagnostics().get(1).attribute());
    }

    /** What a front end found comes first, and hides no other finding. */
    @Test
    void whatAFrontEndFoundComesFirst() {
        List<LintFinding> found = Lint.run(
                        model(RATES, List.of()),
                        List.of(Structural.LAYER_CONFLICT.finding(Place.model("", ""), "not read")),
                        LintOptions.DEFAULT)
                .findings();
        assertEquals(
                List.of("LayerConflict", "DilationGap"),
                found.stream().map(LintFinding::rule).toList());
    }

    @Test
    void everyRuleIsListedOnceAndStructuralOnesFirst() {
        List<String> names = new ArrayList<>();
        Rules.infos().forEach(rule -> names.add(rule.name()));
        assertEquals(names.stream().distinct().toList(), names);
        assertEquals(Structural.values().length, names.indexOf("JumpMismatch"));
        assertEquals(
                List.of("NoSawtooth", "RedundantOverlap", "LowOverlap", "LargeKernel"),
                names.subList(names.indexOf("ExpectationFailed") + 1, names.indexOf("CodeNotRead")));
        assertEquals("UnusedAcceptance", names.get(names.size() - 1));
    }

    @Test
    void aLayerThatNobodyCouldReadIsNoFault() {
        Declaration unread = Declaration.unread("u", "a");
        assertEquals(Operation.UNREAD, unread.operation());
        LintResult result = Lint.run(model(List.of(RATES.get(0), unread), List.of()), LintOptions.DEFAULT);
        assertEquals(List.of(), result.findings());
    }
}
