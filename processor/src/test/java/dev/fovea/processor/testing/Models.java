package dev.fovea.processor.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.processor.FoveaProcessor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles model definitions with the processor, on every compiler. */
public final class Models {
    private Models() {}

    /** The processor with these compiler options. */
    public static Setup setup(String... options) {
        return Setup.with(FoveaProcessor::new).withOptions(options);
    }

    /** Expects exactly the findings that the markers of the source expect. */
    public static void expect(String source) {
        Check.expect(setup(), Source.of(source));
    }

    /** The same with a compiler option. */
    public static void expect(String option, String source) {
        Check.expect(setup(option), Source.of(source));
    }

    /**
     * Expects exactly these messages, all their lines, and no others but warnings of the compiler. Indentation does not
     * matter: javac adds some to all lines but the first.
     */
    public static void expectMessages(Setup setup, String source, String... messages) {
        assertAll(Arrays.stream(TestCompiler.values()).map(compiler -> () -> {
            try (Compilation compilation = compiler.compile(setup, Source.of(source))) {
                List<String> found = compilation.diagnostics().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR
                                || !finding.rule().equals(Found.COMPILER))
                        .map(Found::message)
                        .toList();
                assertEquals(withoutIndentation(List.of(messages)), withoutIndentation(found), compiler::toString);
            }
        }));
    }

    private static String withoutIndentation(List<String> messages) {
        return messages.stream()
                .map(message -> message.lines().map(String::strip).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    /** The same without compiler options. */
    public static void expectMessages(String source, String... messages) {
        expectMessages(setup(), source, messages);
    }

    /** A class {@code Net} of dilated layers {@code d1}, {@code d2}, … of one kernel. */
    public static String stack(int kernel, int... rates) {
        return model(dilated(kernel, rates));
    }

    /** A class {@code Net} with these members. */
    public static String model(String... members) {
        return "import dev.fovea.*;\n\nclass Net {\n" + String.join("", members) + "}\n";
    }

    /** The members {@code d1}, {@code d2}, … */
    public static String dilated(int kernel, int... rates) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < rates.length; i++) {
            members.append("    @Dilated(kernel = %d, rate = %d) Object d%d;\n".formatted(kernel, rates[i], i + 1));
        }
        return members.toString();
    }

    /** An undilated 3×3 convolution. */
    public static String plain(String name) {
        return "    @Conv(kernel = 3) Object %s;\n".formatted(name);
    }
}
