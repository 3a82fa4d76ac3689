package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import java.util.Optional;

/** Finds code of a model on a method that cannot be read; front ends find it. */
public final class CodeNotRead {
    /** Name, severity and summary. */
    public static final RuleInfo INFO = RuleInfo.of(
            CodeNotRead.class,
            Optional.of(Severity.WARNING),
            "Code that builds a model cannot be read, so nothing is known of its layers.");

    private CodeNotRead() {}

    /**
     * A finding at a layer of which nothing is known.
     *
     * @param layer its index
     * @param why what could not be read, and what would make it readable
     */
    public static Finding finding(int layer, String name, String why) {
        return INFO.finding(Place.layer(Site.of(layer, name)), "nothing is known of %s: %s".formatted(name, why));
    }
}
