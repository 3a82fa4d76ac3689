package dev.fovea.core.rule;

import dev.fovea.core.finding.Finding;
import dev.fovea.core.finding.Place;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A chain of more than four stride-1 layers all of whose neighbouring units see nearly the same. Layers without a window
 * neither lengthen nor end a chain; at a merge the longest one goes on.
 */
public final class RedundantOverlap extends Rule {
    private static final int LONGEST = 4;

    public RedundantOverlap() {
        super("Neighbouring units see nearly the same through a chain of stride-1 layers.");
    }

    /**
     * A chain of layers.
     *
     * @param first the layer that it begins with
     * @param last the layer that it has reached
     */
    private record Chain(int first, int last, int length) {}

    @Override
    public void check(AnalysedNetwork analysed, Consumer<Finding> findings) {
        List<List<Chain>> perAxis = new ArrayList<>();
        for (int axis = 0; axis < analysed.network().axes(); axis++) {
            perAxis.add(chains(analysed, axis));
        }
        for (int axis = 0; axis < perAxis.size(); axis++) {
            for (Chain chain : perAxis.get(axis)) {
                List<Optional<Chain>> same = perAxis.stream()
                        .map(chains -> Optional.of(chain).filter(chains::contains))
                        .toList();
                AlongAxes<Chain> found = AlongAxes.of(same).get(0);
                if (found.axis() == axis) {
                    findings.accept(finding(analysed, found));
                }
            }
        }
    }

    /** The longest chain from every layer that begins one, if it is long enough. */
    private static List<Chain> chains(AnalysedNetwork analysed, int axis) {
        List<Layer> layers = analysed.network().layers();
        List<Optional<Chain>> reaching = new ArrayList<>();
        Map<Integer, Chain> longest = new TreeMap<>();
        for (int i = 0; i < layers.size(); i++) {
            Optional<Chain> before = before(layers.get(i), reaching);
            Optional<Chain> chain = next(analysed, i, axis, before);
            reaching.add(chain);
            chain.ifPresent(here -> longest.merge(here.first(), here, (a, b) -> b.length() > a.length() ? b : a));
        }
        return longest.values().stream()
                .filter(chain -> chain.length() > LONGEST)
                .toList();
    }

    private static Optional<Chain> before(Layer layer, List<Optional<Chain>> reaching) {
        Optional<Chain> longest = Optional.empty();
        for (Link link : layer.links()) {
            Optional<Chain> one = link.source() == Network.INPUT ? Optional.empty() : reaching.get(link.source());
            if (one.isPresent()
                    && (longest.isEmpty() || one.get().length() > longest.get().length())) {
                longest = one;
            }
        }
        return longest;
    }

    private static Optional<Chain> next(AnalysedNetwork analysed, int index, int axis, Optional<Chain> before) {
        Layer layer = analysed.network().layers().get(index);
        boolean windows = false;
        for (Link link : layer.links()) {
            Step step = link.steps().get(axis);
            Optional<Step.Window> window = step.window().filter(found -> found.stride() == 1);
            if (window.isEmpty() && !step.isBroadcast()) {
                return Optional.empty();
            }
            windows |= window.filter(found -> found.kernel() > 1).isPresent();
        }
        if (!windows) {
            return before;
        }
        boolean redundant = Overlap.of(analysed.analysis().figures().get(index).get(axis))
                .filter(overlap -> overlap.isAbove(98, 100))
                .isPresent();
        return redundant
                ? Optional.of(new Chain(
                        before.map(Chain::first).orElse(index),
                        index,
                        before.map(Chain::length).orElse(0) + 1))
                : Optional.empty();
    }

    private Finding finding(AnalysedNetwork analysed, AlongAxes<Chain> found) {
        List<Layer> layers = analysed.network().layers();
        Layer first = layers.get(found.value().first());
        Layer last = layers.get(found.value().last());
        return finding(
                Place.layer(first.site()),
                List.of(first.site(), last.site()),
                "neighbours share more than 98 %% of what they see%s through %s stride-1 layers, %s to %s (%s at the end), so these maps hold little that is new; stride or pool earlier, or use fewer layers"
                        .formatted(
                                found.where(),
                                found.value().length(),
                                first.name(),
                                last.name(),
                                Overlap.of(analysed.analysis()
                                                .figures()
                                                .get(found.value().last())
                                                .get(found.axis()))
                                        .orElseThrow()));
    }
}
