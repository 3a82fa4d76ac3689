package dev.fovea.processor.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/** Asserts that every compiler finds exactly what the markers in the sources expect. */
public final class Check {
    private Check() {}

    /** Checks the sources, compiled together, without compiler options. */
    public static void expect(Supplier<? extends Processor> processor, Source... sources) {
        expect(Setup.with(processor), sources);
    }

    /** Checks one source without compiler options. */
    public static void expect(Supplier<? extends Processor> processor, String source) {
        expect(processor, Source.of(source));
    }

    /**
     * Checks the sources, compiled together. Warnings and notes of the compilers themselves are passed over, their
     * errors are not.
     */
    public static void expect(Setup setup, Source... sources) {
        assertAll(Arrays.stream(TestCompiler.values()).map(compiler -> () -> expect(compiler, setup, sources)));
    }

    private static void expect(TestCompiler compiler, Setup setup, Source... sources) {
        List<Expected> expected = Arrays.stream(sources)
                .flatMap(source -> Markers.expected(source, compiler).stream())
                .toList();
        try (Compilation compilation = compiler.compile(setup, sources)) {
            compare(compiler, expected, compilation);
        }
    }

    private static void compare(TestCompiler compiler, List<Expected> expected, Compilation compilation) {
        List<Found> found = compilation.diagnostics().stream()
                .filter(finding ->
                        finding.severity() == Severity.ERROR || !finding.rule().equals(Found.COMPILER))
                .toList();
        List<Found> extra = new ArrayList<>(found);
        List<Expected> missing = expected.stream()
                .filter(expectation -> !removeFirst(expectation, extra))
                .toList();
        if (!missing.isEmpty() || !extra.isEmpty()) {
            fail(compiler + " finds something other than the markers expect"
                    + "\nexpected (! = not found):" + listed(expected, missing)
                    + "\nfound (! = not expected):" + listed(found, extra));
        }
        if (!compilation.success() && found.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            fail(compiler + " fails without an error; it printed:\n" + compilation.log());
        }
    }

    private static boolean removeFirst(Expected expectation, List<Found> findings) {
        return findings.stream()
                .filter(expectation::matches)
                .findFirst()
                .map(findings::remove)
                .orElse(false);
    }

    private static String listed(List<?> all, List<?> wrong) {
        return all.isEmpty()
                ? "\n    nothing"
                : all.stream()
                        .map(item -> "\n  " + (wrong.contains(item) ? "! " : "  ") + item)
                        .collect(Collectors.joining());
    }
}
