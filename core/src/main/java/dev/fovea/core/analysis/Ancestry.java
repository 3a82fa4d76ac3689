package dev.fovea.core.analysis;

import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Link;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of the local paths into every layer, along one axis.
 *
 * @param coarsest the largest jump on a path into a layer, the layer's own included
 * @param causal whether a layer on a path, or the layer itself, pads before its input only
 */
public record Ancestry(List<Rational> coarsest, List<Boolean> causal) {
    /** Follows the paths of {@code analysis}. */
    public static Ancestry of(Analysis analysis, int axis) {
        List<Rational> coarsest = new ArrayList<>();
        List<Boolean> causal = new ArrayList<>();
        for (int i = 0; i < analysis.network().layers().size(); i++) {
            Layer layer = analysis.network().layers().get(i);
            Rational largest = analysis.jump(i, axis).orElse(Rational.ZERO);
            boolean anyCausal = layer.padding() == PaddingMode.CAUSAL;
            for (Link link : layer.links()) {
                if (!link.steps().get(axis).isWhole()) {
                    boolean input = link.source() == Network.INPUT;
                    Rational below = input ? Rational.ONE : coarsest.get(link.source());
                    largest = largest.compareTo(below) < 0 ? below : largest;
                    anyCausal |= !input && causal.get(link.source());
                }
            }
            coarsest.add(largest);
            causal.add(anyCausal);
        }
        return new Ancestry(coarsest, causal);
    }
}
