package dev.fovea.processor.finding;

import java.util.List;

/**
 * Rules that an author accepts, and why.
 *
 * @param layer index of the declared layer, or {@link Place#MODEL} for the whole model
 * @param annotation simple name of the annotation that says so
 * @param rules names as written, not checked
 * @param reason as written
 */
public record Acceptance(int layer, String annotation, List<String> rules, String reason) {}
