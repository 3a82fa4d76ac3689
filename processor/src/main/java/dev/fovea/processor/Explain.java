package dev.fovea.processor;

import dev.fovea.core.report.RuleDocument;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Prints the pages of rules: {@code java -jar fovea-processor.jar DilationGap}; without a name, the list of all.
 *
 * <p>It runs without the annotations' jar, so it uses nothing of the rules but their pages.
 */
public final class Explain {
    private static final String INDEX = "README";

    private Explain() {}

    /** @param rules their names */
    public static void main(String[] rules) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(print(List.of(rules), out) ? 0 : 1);
    }

    /** Prints a page for each name; false if one is not the name of a rule, which gets the list. */
    static boolean print(List<String> rules, PrintStream out) {
        if (rules.isEmpty()) {
            out.println(RuleDocument.markdown(INDEX));
        }
        boolean all = true;
        for (String rule : rules) {
            boolean known = RuleDocument.exists(rule);
            all &= known;
            if (!known) {
                out.printf("There is no rule %s.%n%n", rule);
            }
            out.println(RuleDocument.markdown(known ? rule : INDEX));
        }
        return all;
    }
}
