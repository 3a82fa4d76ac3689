package dev.fovea.processor;

import static dev.fovea.processor.testing.Models.expect;
import static dev.fovea.processor.testing.Models.setup;

import dev.fovea.processor.testing.Check;
import dev.fovea.processor.testing.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of the compilation, right and wrong ones. */
final class OptionsTest {
    private static final String SOUND = """
            class Net {
                @dev.fovea.Conv(kernel = 3) Object a;
            }
            """;

    private static final String ONE_OF_EACH = """
            import dev.fovea.*;

            class Divisor {
                @Dilated(kernel = 3, rate = 2) @Expect(size = 6) Object a;
                //                          ^ FIRST DilationCommonDivisor
                //                                            ^ SECOND ExpectationFailed
                @Dilated(kernel = 3, rate = 2) Object b;
            }

            class Gap {
                @Dilated(kernel = 3, rate = 1) Object a;
                @Dilated(kernel = 3, rate = 4) Object b;
                //                          ^ SECOND DilationGap
            }

            class Hole {
                @Dilated(kernel = 3, rate = 2) Object a;
                //                          ^ SECOND CoverageHole
                @Dilated(kernel = 3, rate = 3) Object b;
            }

            class Structural {
                @Conv(kernel = 0) Object a;
                //             ^ error InvalidAttribute
            }
            """;

    private static String oneOfEach(String first, String second) {
        return with("SECOND", second, with("FIRST", first, ONE_OF_EACH));
    }

    private static String with(String word, String severity, String source) {
        return severity.equals("off")
                ? source.replaceAll("(?m)^ *//.*" + word + ".*\n", "")
                : source.replace(word, severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "note", "warning", "error"})
    void severityOfAllRules(String severity) {
        expect("-Afovea.severity=all=" + severity, oneOfEach(severity, severity));
    }

    @Test
    void severityOfOneRuleBeatsThatOfAll() {
        expect("-Afovea.severity=DilationCommonDivisor=note,all=off", oneOfEach("note", "off"));
        expect("-Afovea.severity=all=Warning, DilationCommonDivisor=OFF", oneOfEach("off", "warning"));
    }

    @Test
    void optionsMayBeRepeatedPerRule() {
        expect(
                "-Afovea.severity=CoverageHole=warning,DilationGap=warning,ExpectationFailed=warning",
                oneOfEach("error", "warning"));
    }

    @Test
    void wrongSeveritiesAreRefused() {
        expect(
                "-Afovea.severity=DilatonGap=off,DilationGap=loud,CoverageHole,ShapeMismatch=off,all=quiet",
                SOUND + """
                // nowhere error compiler: option -Afovea.severity names the unknown rule DilatonGap; the nearest is DilationGap
                // nowhere error compiler: option -Afovea.severity has "DilationGap=loud"; write Rule=off, note, warning or error
                // nowhere error compiler: option -Afovea.severity has "CoverageHole"; write Rule=off, note, warning or error
                // nowhere error compiler: option -Afovea.severity names ShapeMismatch, which is always an error
                // nowhere error compiler: option -Afovea.severity has "all=quiet"; write Rule=off, note, warning or error
                """);
    }

    @Test
    void wrongValuesAreRefused() {
        expect("-Afovea.hdc=exakt", SOUND + """
                // nowhere error compiler: option -Afovea.hdc is "exakt"; it takes strict or exact
                """);
        expect("-Afovea.report=all", SOUND + """
                // nowhere error compiler: option -Afovea.report is "all"; it takes none
                """);
    }

    @Test
    void unknownOptionsAreNamedWithTheNearest() {
        Check.expect(
                setup("-Afovea.hcd=exact", "-Afovea.severities=all=off", "-Aother.option=1", "-Afovea.verbose"),
                Source.of(SOUND + """
                // nowhere error compiler: unknown option -Afovea.hcd; the nearest is -Afovea.hdc
                // nowhere error compiler: unknown option -Afovea.severities; the nearest is -Afovea.severity
                """));
    }

    @Test
    void optionsWithoutAValueAreRefused() {
        Check.expect(setup("-Afovea.severity", "-Afovea.report", "-Afovea.verbose"), Source.of(SOUND));
        expect("-Afovea.hdc", SOUND + """
                // nowhere error compiler: option -Afovea.hdc is ""; it takes strict or exact
                """);
    }

    @Test
    void textsThatAreNoPathsAreRefused() {
        Check.expect(setup("-Afovea.sarif", "-Afovea.codequality=", "-Afovea.root="), Source.of(SOUND + """
                // nowhere error compiler: option -Afovea.sarif is ""; it takes a path
                // nowhere error compiler: option -Afovea.codequality is ""; it takes a path
                // nowhere error compiler: option -Afovea.root is ""; it takes a path
                """));
    }

    /** Nobody wants to hear of this processor's options in a module without models. */
    @Test
    void optionsAreNotReadWithoutModels() {
        expect("-Afovea.hdc=exakt", "class Nothing {}");
    }

    @Test
    void faultsOfOptionsAreReportedOnce() {
        Check.expect(setup("-Afovea.hdc=exakt"), Source.of(SOUND + """
                // nowhere error compiler: option -Afovea.hdc
                """), Source.of(SOUND.replace("Net", "Other")));
    }
}
