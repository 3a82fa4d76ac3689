package dev.fovea.core.finding;

import java.util.List;
import java.util.Optional;

/**
 * One defect of a model.
 *
 * @param rule name of the rule
 * @param place where it is reported
 * @param layers declared layers on any of which the finding can be accepted
 * @param severity the severity where it differs from the rule's default
 * @param structural true if the network could not run, so that it can be neither lowered nor accepted
 * @param message first line complete in itself, without the rule's name; details on further lines
 */
public record Finding(
        String rule,
        Place place,
        List<Integer> layers,
        Optional<Severity> severity,
        boolean structural,
        String message) {
    /** A finding of the rule's default severity that is accepted at its place. */
    public static Finding of(String rule, Place place, String message) {
        return new Finding(rule, place, List.of(place.layer()), Optional.empty(), false, message);
    }
}
