package dev.fovea.core.finding;

import java.util.List;

/**
 * Rules that an author accepts on a member or a class, and why.
 *
 * @param annotation the annotation that says so, as a {@link Place} names it
 * @param rules names as written, not checked
 * @param reason as written
 */
public record Acceptance(String annotation, List<String> rules, String reason) {
    /** Simple name of the annotation. */
    public String label() {
        return annotation.contains(" ") ? annotation.substring(0, annotation.indexOf(' ')) : annotation;
    }
}
