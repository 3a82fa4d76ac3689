package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Severity;
import dev.fovea.core.network.Layer;
import java.util.List;
import java.util.function.Consumer;

/** A rule that looks at one layer at a time; one that a reported fault leaves without figures is passed over. */
abstract class LayerRule extends Rule {
    LayerRule(Severity severity, String summary) {
        super(severity, summary);
    }

    LayerRule(String summary) {
        super(summary);
    }

    @Override
    public final void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        List<Layer> layers = analysed.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            if (!analysed.analysis().faulty().get(i)) {
                check(analysed, i).forEach(findings);
            }
        }
    }

    /** What is wrong with a layer. */
    abstract List<Finding> check(AnalysedNetwork analysed, int index);
}
