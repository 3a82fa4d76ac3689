package dev.fovea.core.finding;

import java.util.Optional;

/**
 * What is known of a rule without running it.
 *
 * @param name UpperCamelCase; used in messages, acceptances, options and as the name of its page
 * @param severity the default; empty = off unless asked for
 * @param structural true if a network that breaks it could not run, so that it can be neither lowered nor accepted
 * @param summary one sentence
 */
public record RuleInfo(String name, Optional<Severity> severity, boolean structural, String summary) {}
