package dev.fovea.processor.fuzz;

import dev.fovea.processor.testing.Compilation;
import dev.fovea.processor.testing.Found;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.Source;
import dev.fovea.processor.testing.TestCompiler;
import dev.fovea.processor.testing.Zoo;
import dev.fovea.report.NetworkReport;
import java.util.List;
import java.util.stream.Stream;

/** What must hold of any compilation: no fault of the processor's own, and reports that can be read. */
final class Judged {
    private Judged() {}

    /** Compiles; an {@link AssertionError} tells the sources. */
    static void compile(TestCompiler compiler, Setup setup, List<String> sources) {
        String[] options = compiler == TestCompiler.JAVAC
                ? Stream.concat(setup.options().stream(), Stream.of("-Xmaxerrs", "100000", "-Xmaxwarns", "100000"))
                        .toArray(String[]::new)
                : setup.options().toArray(String[]::new);
        Setup own = setup.withOptions(options);
        try (Compilation compilation =
                compiler.compileRandom(own, sources.stream().map(Source::of).toArray(Source[]::new))) {
            for (Found found : compilation.diagnostics()) {
                if (found.message().contains("Fovea failed")) {
                    throw new AssertionError(found.message() + "\n" + source(found, sources));
                }
                if (!found.message().codePoints().allMatch(Judged::isFit)) {
                    throw new AssertionError("unfit: " + found.message());
                }
            }
            Zoo.generated(compilation).forEach((file, text) -> {
                if (file.endsWith(".json")) {
                    String again = NetworkReport.fromJson(text).toJson();
                    if (!again.equals(text)) {
                        throw new AssertionError(file + " is not what is read from it");
                    }
                }
            });
        } catch (RuntimeException | StackOverflowError fault) {
            throw new AssertionError(String.join("\n", sources), fault);
        }
    }

    private static boolean isFit(int c) {
        return c == '\n' || c >= ' ' && (c < 0x7f || c > 0x9f) && c != 0x202e;
    }

    private static String source(Found found, List<String> sources) {
        return sources.stream()
                .filter(source -> Source.of(source).path().equals(found.place().file()))
                .findFirst()
                .orElse(String.join("\n", sources));
    }
}
