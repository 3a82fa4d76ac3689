package dev.fovea.core.resolve;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the structural findings of one model. */
final class Problems {
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Finding> ofSizes = new HashSet<>();

    void add(Structural rule, Place place, String message) {
        findings.add(rule.finding(place, message));
    }

    /** A fault that another size of the input may mend. */
    void addOfSize(Structural rule, Place place, String message) {
        add(rule, place, message);
        ofSizes.add(findings.get(findings.size() - 1));
    }

    /**
     * All findings.
     *
     * @param sizes what to say of other sizes of the input; asked once, and only where it may help
     */
    List<Finding> findings(Supplier<String> sizes) {
        if (ofSizes.isEmpty()) {
            return List.copyOf(findings);
        }
        String advice = sizes.get();
        return findings.stream()
                .map(finding -> ofSizes.contains(finding) ? finding.saying(advice) : finding)
                .toList();
    }
}
