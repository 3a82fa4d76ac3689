package dev.fovea.core.resolve;

import dev.fovea.core.finding.Acceptance;
import dev.fovea.core.finding.Site;
import java.util.List;
import java.util.Set;

/**
 * An acceptance that is stated on the model and holds for some of its layers.
 *
 * @param layer the name that is stated
 * @param sites where these layers are declared
 */
public record LayerAcceptance(Acceptance acceptance, String layer, Set<Site> sites) {
    /** True if a finding that can be accepted on these layers is accepted. */
    public boolean covers(String rule, List<Site> layers) {
        return acceptance.rules().contains(rule) && layers.stream().anyMatch(sites::contains);
    }
}
