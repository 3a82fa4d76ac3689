package dev.fovea.core.finding;

import java.util.List;

/**
 * Rules that an author accepts on a member or a class, and why.
 *
 * @param annotation simple name of the annotation that says so
 * @param rules names as written, not checked
 * @param reason as written
 */
public record Acceptance(String annotation, List<String> rules, String reason) {}
