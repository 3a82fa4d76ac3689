package dev.fovea.core.lint;

import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Layer;
import dev.fovea.core.resolve.NetworkBuilder;
import dev.fovea.report.Diagnostic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as a report has them. */
final class Diagnostics {
    private Diagnostics() {}

    static List<Diagnostic> of(NetworkBuilder.Built built, List<LintFinding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        // A declaration that becomes several layers stands for the last.
        Map<Integer, String> names = new HashMap<>();
        for (Layer layer : built.network().layers()) {
            names.put(layer.declared(), layer.name());
        }
        return findings.stream().map(one -> diagnostic(built, names, one)).toList();
    }

    private static Diagnostic diagnostic(NetworkBuilder.Built built, Map<Integer, String> names, LintFinding found) {
        Place place = found.finding().place();
        Optional<String> layer = place.layer() == Place.MODEL
                ? Optional.empty()
                : Optional.ofNullable(names.get(place.layer()))
                        .or(() -> Optional.of(
                                built.sites().get(place.layer()).get(0).name()));
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
