package dev.fovea.core.finding;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a rule without running it.
 *
 * @param name UpperCamelCase; used in messages, acceptances, options and as the name of its page
 * @param severity the default; empty = off unless asked for
 * @param structural true if a network that breaks it could not run, so that it can be neither lowered nor accepted
 * @param summary one sentence
 */
public record RuleInfo(String name, Optional<Severity> severity, boolean structural, String summary) {
    /** A rule that is a class of its own, which lends it its name; a network that breaks it can run. */
    public static RuleInfo of(Class<?> rule, Optional<Severity> severity, String summary) {
        return new RuleInfo(rule.getSimpleName(), severity, false, summary);
    }

    /** A finding of this rule, of its default severity, that is accepted at its place. */
    public Finding finding(Place place, String message) {
        return new Finding(name, place, place.site().stream().toList(), Optional.empty(), false, message, List.of());
    }
}
