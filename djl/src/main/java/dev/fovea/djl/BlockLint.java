package dev.fovea.djl;

import dev.fovea.core.finding.Severity;
import dev.fovea.core.lint.Lint;
import dev.fovea.core.lint.LintFinding;
import dev.fovea.core.lint.LintOptions;
import dev.fovea.core.lint.LintResult;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.report.NetworkReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the linter says of a block. */
public final class BlockLint {
    private final ReadBlock read;
    private final LintResult result;

    private BlockLint(ReadBlock read, LintResult result) {
        this.read = read;
        this.result = result;
    }

    static BlockLint of(ReadBlock read, LintOptions options) {
        return new BlockLint(read, Lint.run(read.declaration(), options));
    }

    /** The block as it was read. */
    public ReadBlock block() {
        return read;
    }

    /** The report; it holds the findings too. */
    public NetworkReport report() {
        return result.report();
    }

    /** The analysed network. */
    AnalysedNetwork network() {
        return result.network();
    }

    /** The findings as text, each with its severity and its rule, in the order of the layers. */
    public List<String> findings() {
        return findings(Severity.NOTE);
    }

    private List<String> findings(Severity least) {
        return result.findings().stream()
                .filter(finding -> finding.severity().compareTo(least) <= 0)
                .map(BlockLint::text)
                .toList();
    }

    private static String text(LintFinding finding) {
        return "%s: [%s] %s".formatted(finding.severity().label(), finding.rule(), finding.message());
    }

    /**
     * Fails if there is a warning or an error, or a block that could not be read.
     *
     * @throws AssertionError with the findings
     */
    public void assertClean() {
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, String> unread : read.unread().entrySet()) {
            all.add("not read: %s: %s; measure it, or lint the blocks around it"
                    .formatted(unread.getKey(), unread.getValue()));
        }
        all.addAll(findings(Severity.WARNING));
        if (!all.isEmpty()) {
            throw new AssertionError("%s has %s finding%s:\n%s"
                    .formatted(
                            read.name(),
                            all.size(),
                            all.size() == 1 ? "" : "s",
                            all.stream().collect(Collectors.joining("\n"))));
        }
    }
}
