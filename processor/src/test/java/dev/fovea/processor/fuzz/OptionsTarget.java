package dev.fovea.processor.fuzz;

import dev.fovea.processor.FoveaProcessor;
import dev.fovea.processor.testing.Setup;
import dev.fovea.processor.testing.TestCompiler;
import java.util.ArrayList;
import java.util.List;

/** Compiles a model with options that the bytes make; paths stay in the folder of the compilation. */
public final class OptionsTarget {
    private static final String MODEL = """
            import dev.fovea.*;

            class Net {
                @Dilated(kernel = 3, rate = 2) Object a;
                @Dilated(kernel = 3, rate = 2) Object b;
            }
            """;
    private static final List<String> KEYS = List.of(
            "severity",
            "hdc",
            "report",
            "verbose",
            "source",
            "sarif",
            "codequality",
            "html",
            "root",
            "baseline",
            "x",
            "severity.x");
    private static final List<String> WORDS = List.of(
            "all",
            "DilationGap",
            "ShapeMismatch",
            "=",
            ",",
            "off",
            "note",
            "warning",
            "error",
            " ",
            "",
            "==",
            "\u202e",
            "\u001b[2J",
            "exact",
            "strict",
            "none",
            "é",
            "\ud800",
            "EXACT",
            "Dilation",
            "\u0130");
    private static final List<String> PARTS = List.of(
            "a",
            "..",
            ".",
            "",
            "b.json",
            "sources",
            "sources/Net.java",
            "classes",
            "\u202e",
            "é",
            " ",
            "%20",
            "#",
            "?",
            "con",
            "a:b",
            "*",
            "x".repeat(300),
            "{workspace}");

    private OptionsTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Choices choices = new Choices(bytes);
        List<String> options = new ArrayList<>();
        for (int count = 1 + choices.below(4); count > 0; count--) {
            String key = choices.of(KEYS);
            boolean isPath =
                    List.of("sarif", "codequality", "html", "root", "baseline").contains(key);
            StringBuilder value = new StringBuilder(isPath ? "{workspace}/out" : "");
            for (int words = choices.below(6); words > 0; words--) {
                // Not above the folder, which is deleted with what was written.
                value.append(isPath ? "/" + choices.of(PARTS).replace("..", "a/..") : choices.of(WORDS));
            }
            options.add("-Afovea." + key + (choices.oneIn(6) ? "" : "=" + value));
        }
        Judged.compile(
                TestCompiler.JAVAC,
                Setup.with(FoveaProcessor::new).withOptions(options.toArray(String[]::new)),
                List.of(MODEL));
    }
}
