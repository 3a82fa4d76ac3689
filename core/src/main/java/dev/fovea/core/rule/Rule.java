package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.finding.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Something that can be wrong with a network that could run; the name of its class is the name of the rule. */
public abstract class Rule {
    private final RuleInfo info;

    /**
     * A rule that judges unless it is switched off.
     *
     * @param severity the default
     * @param summary one sentence
     */
    protected Rule(Severity severity, String summary) {
        this.info = RuleInfo.of(getClass(), Optional.of(severity), summary);
    }

    /**
     * A rule that is off unless asked for.
     *
     * @param summary one sentence
     */
    protected Rule(String summary) {
        this.info = RuleInfo.of(getClass(), Optional.empty(), summary);
    }

    /** Name, default severity and summary. */
    public final RuleInfo info() {
        return info;
    }

    /** Passes every violation to {@code findings}. */
    public abstract void check(AnalysedNetwork analysed, Consumer<Finding> findings);

    /** A finding that is accepted at its place. */
    protected final Finding finding(Place place, String message) {
        return info.finding(place, message);
    }

    /**
     * A finding that several layers have a part in.
     *
     * @param layers declared layers on any of which it can be accepted
     */
    protected final Finding finding(Place place, List<Site> layers, String message) {
        return info.finding(place, message).acceptedOn(layers);
    }
}
