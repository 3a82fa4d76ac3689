package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.RuleInfo;
import java.util.function.Consumer;

/** Something that can be wrong with a network that could run. */
public interface Rule {
    /** Name, default severity and summary. */
    RuleInfo info();

    /** Passes every violation to {@code findings}. */
    void check(Subject subject, Consumer<Finding> findings);
}
