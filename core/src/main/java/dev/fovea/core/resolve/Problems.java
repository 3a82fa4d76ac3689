package dev.fovea.core.resolve;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Structural;
import java.util.ArrayList;
import java.util.List;

/** Collects the structural findings of one model. */
final class Problems {
    private final List<Finding> findings = new ArrayList<>();

    void add(Structural rule, Place place, String message) {
        findings.add(rule.finding(place, message));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
