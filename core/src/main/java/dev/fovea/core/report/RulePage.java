package dev.fovea.core.report;

import dev.fovea.core.finding.RuleInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The documentation of a rule, which is part of the processor's jar.
 *
 * @param markdown the whole page
 */
record RulePage(String markdown) {
    private static final Pattern FIRST_SECTION = Pattern.compile("(?m)^## .*\n\n((?:.+\n)+)");
    private static final Pattern PAGE_LINK = Pattern.compile("\\[([^]]+)]\\((\\w+)\\.md\\)");

    static RulePage of(RuleInfo rule) {
        return new RulePage(RuleDocument.markdown(rule.name()));
    }

    /** The first paragraph of what is wrong, on one line, without links and marks of lists; it ends like a sentence. */
    String description() {
        Matcher section = FIRST_SECTION.matcher(markdown);
        String paragraph = section.find() ? section.group(1) : "";
        String text = PAGE_LINK.matcher(paragraph).replaceAll("$1").replaceAll("(?m)^- ", "");
        return text.replaceAll("\\s+", " ").strip().replaceFirst(":$", ".");
    }

    /** The page with links to other pages that work wherever it is shown. */
    String linked(String base) {
        return PAGE_LINK.matcher(markdown).replaceAll("[$1](" + Matcher.quoteReplacement(base) + "$2.md)");
    }
}
