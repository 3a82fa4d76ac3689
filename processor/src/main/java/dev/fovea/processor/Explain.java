package dev.fovea.processor;

import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.lint.Rules;
import dev.fovea.core.report.RuleDocument;
import dev.fovea.internal.NearestNames;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints the pages of rules: {@code java -jar fovea-processor.jar DilationGap}; without a name, a list of all. */
public final class Explain {
    private Explain() {}

    /** @param rules their names */
    public static void main(String[] rules) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(print(List.of(rules), out) ? 0 : 1);
    }

    /** Prints a page for each name; false if one is not the name of a rule. */
    static boolean print(List<String> rules, PrintStream out) {
        if (rules.isEmpty()) {
            Rules.infos().forEach(rule -> out.println(rule.name() + ": " + rule.summary()));
        }
        List<String> known = Rules.infos().stream().map(RuleInfo::name).toList();
        boolean all = true;
        for (String rule : rules) {
            if (known.contains(rule)) {
                out.println(RuleDocument.markdown(rule));
            } else {
                all = false;
                out.printf("There is no rule %s; the nearest is %s.%n", rule, NearestNames.of(rule, known));
            }
        }
        return all;
    }
}
