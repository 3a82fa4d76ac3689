package dev.fovea.core.lint;

import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.Site;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.report.Diagnostic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as a report has them. */
final class Diagnostics {
    private Diagnostics() {}

    static List<Diagnostic> of(Network network, List<LintFinding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        // A declaration that becomes several layers stands for the last.
        Map<Site, String> names = new HashMap<>();
        for (Layer layer : network.layers()) {
            names.put(layer.site(), layer.name());
        }
        return findings.stream().map(one -> diagnostic(names, one)).toList();
    }

    private static Diagnostic diagnostic(Map<Site, String> names, LintFinding found) {
        Place place = found.finding().place();
        Optional<String> layer = place.site()
                .map(site -> names.getOrDefault(site, site.outermost().name()));
        return new Diagnostic(
                found.rule(),
                found.severity().label(),
                layer,
                found.message(),
                found.accepted().isPresent(),
                place.attribute().isEmpty() ? Optional.empty() : Optional.of(place.attribute()),
                found.accepted());
    }
}
