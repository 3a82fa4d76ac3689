package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import java.util.Optional;

/** Finds fields whose code builds something other than their annotation says; front ends find it. */
public final class CodeMismatch {
    /** Name, severity and summary. */
    public static final RuleInfo INFO = RuleInfo.of(
            CodeMismatch.class,
            Optional.of(Severity.ERROR),
            "The code of an annotated field builds something other than its annotation says.");

    /** Stands for the annotation in a place that is an expression of a field's code. */
    public static final String CODE = "code";

    private CodeMismatch() {}

    /**
     * A finding at the code of a layer's field.
     *
     * @param layer its index
     * @param attribute what differs; empty for the operation
     * @param annotated what the annotation says
     * @param built what the code builds
     */
    public static Finding finding(int layer, String name, String attribute, String annotated, String built) {
        return INFO.finding(
                Place.beside(Site.of(layer, name), CODE, attribute),
                "%s: the annotation says %s, the code builds %s, so what is linted is not what runs; make them agree"
                        .formatted(name, annotated, built));
    }
}
