package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.RuleInfo;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A rule that looks at one layer at a time; one that a reported fault leaves without figures is passed over. */
abstract class LayerRule implements Rule {
    private final RuleInfo info;

    /** @param severity empty = off unless asked for */
    LayerRule(Optional<Severity> severity, String summary) {
        this.info = new RuleInfo(getClass().getSimpleName(), severity, false, summary);
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final void check(Subject subject, Consumer<Finding> findings) {
        List<Layer> layers = subject.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            if (!subject.analysis().faulty().get(i)) {
                check(subject, i).forEach(findings);
            }
        }
    }

    /** What is wrong with a layer. */
    abstract List<Finding> check(Subject subject, int index);
}
