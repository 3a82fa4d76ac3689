package dev.fovea.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The GitLab Code Quality report. */
final class CodeQualityTest {
    private static final Source MODEL = Source.of("""
            package com.acme;

            import dev.fovea.*;

            class Net {
                @Dilated(kernel = 3, rate = 2) @Expect(size = 9) Object a, b;
                @Pool(kernel = 2) Object pool;
                @Accept(value = "DilationGap", reason = "measured")
                @Dilated(kernel = 3, rate = 1) Object c;
                @Dilated(kernel = 3, rate = 4) Object d;
            }
            """);

    private static final String REPORT = """
            [
              {
                "check_name": "DilationCommonDivisor",
                "description": "gridding: rates 2, 2 of a, b are both multiples of 2, so a unit reads 5x5 of its 9x9 field; use rates 1, 3 (same field)",
                "severity": "critical",
                "fingerprint": "739f504d138e8c63c15b5be6cb8b3abd",
                "location": {
                  "path": "com/acme/Net.java",
                  "lines": {"begin": 6}
                }
              },
              {
                "check_name": "ExpectationFailed",
                "description": "size of a is 5, not the expected 9; change the network, or pin the new figure",
                "severity": "info",
                "fingerprint": "a583be17c459423692772dee66cce1ff",
                "location": {
                  "path": "com/acme/Net.java",
                  "lines": {"begin": 6}
                }
              }
            ]
            """;

    @Test
    void codeQualityHoldsWhatNobodyAccepted() {
        assertEquals(REPORT, report(TestCompiler.JAVAC, MODEL));
    }

    @Test
    void codeQualityNamesTheMemberWhereTheFileIsNotKnown() {
        assertEquals(
                REPORT.replace("\"com/acme/Net.java\"", "\"com.acme.Net.a\"").replace("\"begin\": 6", "\"begin\": 1"),
                report(TestCompiler.ECJ, MODEL));
    }

    @ParameterizedTest
    @EnumSource
    void codeQualityIsWrittenWithoutFindings(TestCompiler compiler) {
        assertEquals("[]\n", report(compiler, Source.of("class Net { @dev.fovea.Conv(kernel = 3) Object a; }")));
    }

    private static String report(TestCompiler compiler, Source source) {
        Setup setup = Setup.with(FoveaProcessor::new)
                .withOptions(
                        "-Afovea.codequality={workspace}/classes/quality.json",
                        "-Afovea.root={workspace}/sources",
                        "-Afovea.severity=ExpectationFailed=note");
        try (Compilation compilation = compiler.compile(setup, source)) {
            assertTrue(compilation.resourceText("quality.json").isPresent(), compilation::log);
            return compilation.resourceText("quality.json").get();
        }
    }
}
