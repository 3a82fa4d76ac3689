package dev.fovea.core.rule;

import dev.fovea.core.finding.Advice;
import dev.fovea.core.network.Layer;
import dev.fovea.core.network.Network;
import dev.fovea.core.network.PaddingMode;
import dev.fovea.core.network.Step;
import dev.fovea.core.repair.KeptPadding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves an input of a merge by the padding of the layer that makes it, which keeps its extent. */
final class MovedInput {
    private MovedInput() {}

    /**
     * What to write at the layer. Empty where its padding is not stated in numbers of its own or does not suffice, and where
     * something else reads it, which would be moved as well.
     *
     * @param units of the input by which it is moved back; negative: forward
     */
    static Optional<Advice.Statement> of(Merge merge, int input, long units) {
        Network network = merge.analysed().network();
        int source = merge.source(input);
        if (source == Network.INPUT || isReadElsewhere(network, source)) {
            return Optional.empty();
        }
        Layer layer = network.layers().get(source);
        boolean isWindow = layer.links().size() == 1 && layer.links().get(0).isWindow();
        if (!isWindow
                || layer.padding() != PaddingMode.EXPLICIT
                || layer.site().parts().size() > 1) {
            return Optional.empty();
        }
        boolean isAlongAll = merge.where().isEmpty();
        List<KeptPadding> paddings = new ArrayList<>();
        for (int axis = 0; axis < network.axes(); axis++) {
            Step.Window window = layer.step(axis).window().orElseThrow();
            long cells = isAlongAll || axis == merge.axis() ? Math.multiplyExact(units, window.stride()) : 0;
            if (window.begin() + cells < 0 || window.end() - cells < 0) {
                return Optional.empty();
            }
            paddings.add(new KeptPadding(window.begin() + cells, window.end() - cells));
        }
        return Statements.of(merge.analysed(), layer, Map.of("padding", KeptPadding.typed(paddings)));
    }

    private static boolean isReadElsewhere(Network network, int source) {
        long readers = network.layers().stream()
                .flatMap(layer -> layer.links().stream())
                .filter(link -> link.source() == source)
                .count();
        return readers > 1 || network.layers().get(source).isRead();
    }
}
