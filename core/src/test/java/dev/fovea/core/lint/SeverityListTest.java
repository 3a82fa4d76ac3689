package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Severities as they are written in options. */
final class SeverityListTest {
    private final List<String> faults = new ArrayList<>();

    private Map<String, Optional<Severity>> parse(String text) {
        return SeverityList.parse(text, "option -Ax", faults::add);
    }

    @Test
    void eachRuleGetsTheSeverityWrittenForIt() {
        assertEquals(
                Map.of(
                        "DilationGap", Optional.of(Severity.ERROR),
                        "OffCentre", Optional.empty(),
                        "SmallField", Optional.of(Severity.NOTE),
                        "CoverageHole", Optional.of(Severity.WARNING)),
                parse("DilationGap=error, OffCentre=off,,SmallField=Note , CoverageHole=WARNING"));
        assertEquals(List.of(), faults);
    }

    @Test
    void blankTextSaysNothing() {
        assertEquals(Map.of(), parse("  "));
        assertEquals(List.of(), faults);
    }

    @Test
    void allStandsForTheRulesThatHaveNoneOfTheirOwnAndForNoStructuralOne() {
        for (String text : List.of("DilationGap=error,all=note", "all=note,DilationGap=error")) {
            Map<String, Optional<Severity>> severities = parse(text);
            assertEquals(Optional.of(Severity.ERROR), severities.get("DilationGap"));
            assertEquals(Optional.of(Severity.NOTE), severities.get("OffCentre"));
            Rules.infos()
                    .forEach(
                            rule -> assertEquals(!rule.structural(), severities.containsKey(rule.name()), rule.name()));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void whatIsWrongIsNamedWithItsOptionAndLeftOut() {
        assertEquals(
                Map.of("OffCentre", Optional.empty()),
                parse("DilatonGap=off,DilationGap=loud,CoverageHole,ShapeMismatch=off,zzzzzzzz=note,OffCentre=off"));
        assertEquals(
                List.of(
                        "option -Ax names the unknown rule DilatonGap; the nearest is DilationGap",
                        "option -Ax has \"DilationGap=loud\"; write Rule=off, note, warning or error",
                        "option -Ax has \"CoverageHole\"; write Rule=off, note, warning or error",
                        "option -Ax names ShapeMismatch, which is always an error: the network could not run",
                        "option -Ax names the unknown rule zzzzzzzz; findings begin with the name of their rule"),
                faults);
    }
}
