package dev.fovea.core.rule.stack;

import dev.fovea.core.analysis.DilationStack;
import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Layer;
import dev.fovea.core.rule.AlongAxes;
import dev.fovea.core.rule.AnalysedNetwork;
import dev.fovea.core.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Four or more members of a stack whose rates rise and never fall back: the last layers look far apart only, and what is
 * small is not brought together again (Wang et al. 2018, section 3.2: a sawtooth of rates).
 */
public final class NoSawtooth extends Rule {
    private static final int FEWEST = 4;

    public NoSawtooth() {
        super("The rates of a stack of four or more layers never fall back.");
    }

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        for (DilationStack stack : analysed.stacks()) {
            List<Optional<List<Integer>>> rising = new ArrayList<>();
            for (DilationStack.StackAxis axis : stack.axes()) {
                rising.add(Optional.of(
                                axis.members().stream().map(axis.rates()::get).toList())
                        .filter(NoSawtooth::onlyRises));
            }
            AlongAxes.of(rising).stream().limit(1).forEach(found -> findings.accept(finding(analysed, stack, found)));
        }
    }

    private static boolean onlyRises(List<Integer> rates) {
        if (rates.size() < FEWEST || rates.get(rates.size() - 1) <= rates.get(0)) {
            return false;
        }
        for (int i = 1; i < rates.size(); i++) {
            if (rates.get(i) < rates.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    private Finding finding(AnalysedNetwork analysed, DilationStack stack, AlongAxes<List<Integer>> found) {
        StackEvidence evidence = new StackEvidence(analysed, stack, found.axis());
        List<Integer> members = stack.axes().get(found.axis()).members();
        List<Layer> layers = analysed.network().layers();
        Layer top = layers.get(stack.members().get(members.get(members.size() - 1)));
        return finding(
                Place.attribute(top.site(), "rate").at(found.axis()),
                stack.layers().stream().map(index -> layers.get(index).site()).toList(),
                "rates %s of %s only rise%s, so the last layers compare distant places and small objects lose detail; repeat a rising group, as in 1, 2, 5, 1, 2, 5"
                        .formatted(evidence.rates(), evidence.names(), found.where()));
    }
}
