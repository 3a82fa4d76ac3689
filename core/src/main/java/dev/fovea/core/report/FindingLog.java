package dev.fovea.core.report;

import dev.fovea.core.finding.Identity;
import dev.fovea.core.finding.Region;
import dev.fovea.core.finding.Reported;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one compilation finds, each defect once, however many models have it from a block that they use. */
public final class FindingLog {
    private final Map<Identity, Reported> findings = new HashMap<>();
    private boolean complete = true;

    /**
     * Takes a finding; returns whether it has to reach the compiler. What one user of a block accepts and another does not
     * is not accepted.
     */
    public boolean add(Reported finding) {
        Reported before = findings.get(finding.identity());
        if (before != null && (before.accepted().isEmpty() || finding.accepted().isPresent())) {
            return false;
        }
        findings.put(finding.identity(), finding);
        return finding.accepted().isEmpty();
    }

    /** Notes that a model could not be judged through a fault of the processor's own. */
    public void fail() {
        complete = false;
    }

    /** Whether every model could be judged. */
    public boolean isComplete() {
        return complete;
    }

    /** All findings, accepted ones included, in the order of the sources. */
    public List<Reported> sorted() {
        return findings.values().stream().sorted(order()).toList();
    }

    /** Made where it is needed: most compilations sort nothing. */
    private static Comparator<Reported> order() {
        return Comparator.comparing((Reported finding) ->
                        finding.region().map(Region::file).map(URI::toString).orElse(""))
                .thenComparing(
                        finding -> finding.region().map(Region::startLine).orElse(0))
                .thenComparing(
                        finding -> finding.region().map(Region::startColumn).orElse(0))
                .thenComparing(Reported::anchor)
                .thenComparing(Reported::rule)
                .thenComparing(Reported::detail)
                .thenComparing(Reported::message);
    }
}
